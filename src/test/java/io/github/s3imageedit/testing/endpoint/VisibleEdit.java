package io.github.s3imageedit.testing.endpoint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** Fewer colours, a tint and the prompt in writing; where there is a mask, only in its transparent area. */
final class VisibleEdit {
    private static final int STEPS = 0xC0;
    private static final Color[] TINTS = {
        new Color(0xFF9A3C), new Color(0x3CA0FF), new Color(0x5CD65C), new Color(0xE05CE0)
    };

    private final BufferedImage source;
    private final Optional<BufferedImage> mask;

    VisibleEdit(BufferedImage source, Optional<BufferedImage> mask) {
        this.source = source;
        this.mask = mask;
    }

    /** Pictures of one call differ by their tint. */
    BufferedImage paint(String prompt, int index) {
        int type = source.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage original = copy(source, type);
        BufferedImage edited = copy(source, type);
        tint(edited, TINTS[index % TINTS.length]);
        new PixelFont(edited).write(prompt, bounds());
        restoreOutside(original, edited);
        return edited;
    }

    static BufferedImage copy(BufferedImage picture, int type) {
        BufferedImage copy = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
        Graphics2D brush = copy.createGraphics();
        brush.drawImage(picture, 0, 0, null);
        brush.dispose();
        return copy;
    }

    private static void tint(BufferedImage picture, Color tint) {
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                row[x] = tinted(row[x], tint);
            }
            picture.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
    }

    private static int tinted(int pixel, Color tint) {
        int red = mixed(pixel >> 16, tint.getRed());
        int green = mixed(pixel >> 8, tint.getGreen());
        int blue = mixed(pixel, tint.getBlue());
        return (pixel & 0xFF000000) | red << 16 | green << 8 | blue;
    }

    private static int mixed(int value, int tint) {
        return ((value & STEPS) * 2 + tint) / 3;
    }

    private Rectangle bounds() {
        Rectangle all = new Rectangle(source.getWidth(), source.getHeight());
        return mask.isPresent() ? transparentBounds(all) : all;
    }

    private Rectangle transparentBounds(Rectangle all) {
        Rectangle bounds = new Rectangle(-1, -1);
        for (int y = 0; y < all.height; y++) {
            for (int x = 0; x < all.width; x++) {
                if (isEditable(x, y)) {
                    bounds.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return bounds.intersection(all);
    }

    private void restoreOutside(BufferedImage original, BufferedImage edited) {
        for (int y = 0; mask.isPresent() && y < edited.getHeight(); y++) {
            for (int x = 0; x < edited.getWidth(); x++) {
                if (!isEditable(x, y)) {
                    edited.setRGB(x, y, original.getRGB(x, y));
                }
            }
        }
    }

    private boolean isEditable(int x, int y) {
        return mask.isEmpty() || mask.get().getRGB(x, y) >>> 24 < 128;
    }
}
