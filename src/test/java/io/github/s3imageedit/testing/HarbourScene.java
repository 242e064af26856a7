package io.github.s3imageedit.testing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Draws the bundled sample: sun, hills, sea and a sailing boat in the evening. */
public final class HarbourScene {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int HORIZON = 290;
    private static final Color SAIL = new Color(0xFFF6E5);
    private static final Color HULL = new Color(0x7A2E2E);

    private HarbourScene() {}

    /** Writes it to the named file; {@code src/test/resources/samples/harbour.png} was made so. */
    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[0]), EncodedPicture.encode(draw(), "png"));
    }

    static BufferedImage draw() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        sky(brush);
        hills(brush);
        sea(brush);
        boat(brush);
        gulls(brush);
        brush.dispose();
        return picture;
    }

    private static void sky(Graphics2D brush) {
        brush.setPaint(new GradientPaint(0, 0, new Color(0x2F4B8F), 0, HORIZON, new Color(0xFFC58A)));
        brush.fillRect(0, 0, WIDTH, HORIZON);
        for (int ring = 6; ring >= 0; ring--) {
            brush.setColor(new Color(255, 236, 179, ring == 0 ? 255 : 26));
            int radius = 38 + ring * 14;
            brush.fillOval(430 - radius, 215 - radius, 2 * radius, 2 * radius);
        }
    }

    private static void hills(Graphics2D brush) {
        hill(brush, new Color(0x6C5B7B), 70, 0.011, 0.0);
        hill(brush, new Color(0x4A4063), 40, 0.017, 1.9);
    }

    private static void hill(Graphics2D brush, Color colour, int height, double stretch, double shift) {
        Polygon outline = new Polygon();
        outline.addPoint(0, HORIZON);
        for (int x = 0; x <= WIDTH; x += 4) {
            double swell = Math.sin(x * stretch + shift) + 0.35 * Math.sin(x * stretch * 2.7 + shift);
            outline.addPoint(x, HORIZON - (int) (height * (0.55 + 0.4 * swell)));
        }
        outline.addPoint(WIDTH, HORIZON);
        brush.setColor(colour);
        brush.fillPolygon(outline);
    }

    private static void sea(Graphics2D brush) {
        brush.setPaint(new GradientPaint(0, HORIZON, new Color(0xE49A7B), 0, HEIGHT, new Color(0x16345C)));
        brush.fillRect(0, HORIZON, WIDTH, HEIGHT - HORIZON);
        for (int line = 0; line < 26; line++) {
            int y = HORIZON + 4 + line * line / 4 + line;
            int half = 18 + (line * 37) % 46;
            brush.setColor(new Color(255, 226, 170, Math.max(20, 150 - 5 * line)));
            brush.fillRoundRect(430 - half + (line * 13) % 17, y, 2 * half, 2 + line / 8, 4, 4);
        }
    }

    private static void boat(Graphics2D brush) {
        brush.setColor(new Color(0x3B2A20));
        brush.fillRect(214, 150, 5, 210);
        brush.setColor(SAIL);
        brush.fillPolygon(new int[] {210, 210, 110}, new int[] {158, 340, 340}, 3);
        brush.setColor(new Color(0xF2A65A));
        brush.fillPolygon(new int[] {223, 223, 300}, new int[] {175, 340, 340}, 3);
        brush.setColor(HULL);
        brush.fillPolygon(new int[] {92, 330, 292, 128}, new int[] {356, 356, 398, 398}, 4);
        brush.setColor(SAIL);
        brush.fillRect(104, 364, 214, 4);
        brush.setColor(new Color(0, 0, 0, 50));
        brush.fillOval(110, 392, 210, 16);
    }

    private static void gulls(Graphics2D brush) {
        brush.setColor(new Color(0x22264A));
        brush.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int gull = 0; gull < 4; gull++) {
            int x = 320 + gull * 58;
            int y = 92 + (gull * 29) % 47;
            brush.drawArc(x, y, 16, 12, 20, 140);
            brush.drawArc(x + 15, y, 16, 12, 20, 140);
        }
    }
}
