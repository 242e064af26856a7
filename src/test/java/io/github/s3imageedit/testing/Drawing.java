package io.github.s3imageedit.testing;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;

/** Simple pictures, pixel by pixel. */
final class Drawing {
    private static final int TRANSPARENT_WHITE = 0x00FFFFFF;
    private static final int OPAQUE_BLACK = 0xFF000000;

    private Drawing() {}

    /** A gradient: every pixel tells its place, so that a shifted or scaled copy is noticed. */
    static BufferedImage scene(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, 0xFF000080 | (x * 255 / width) << 16 | (y * 255 / height) << 8);
            }
        }
        return picture;
    }

    static BufferedImage paletted(int width, int height) {
        byte[] reds = {0, (byte) 200, 60, (byte) 255};
        byte[] greens = {0, 40, (byte) 160, (byte) 230};
        byte[] blues = {0, 40, (byte) 220, 120};
        IndexColorModel colours = new IndexColorModel(2, 4, reds, greens, blues, 0);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY, colours);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.getRaster().setSample(x, y, 0, (x / 4 + y / 4) % 4);
            }
        }
        return picture;
    }

    static BufferedImage mask(int width, int height, Rectangle transparentArea) {
        BufferedImage mask = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        fill(mask, new Rectangle(width, height), OPAQUE_BLACK);
        fill(mask, transparentArea, TRANSPARENT_WHITE);
        return mask;
    }

    static void clear(BufferedImage picture, Rectangle area) {
        fill(picture, area, 0);
    }

    static void fill(BufferedImage picture, Rectangle area, int colour) {
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                picture.setRGB(x, y, colour);
            }
        }
    }
}
