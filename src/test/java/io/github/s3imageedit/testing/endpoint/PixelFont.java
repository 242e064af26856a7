package io.github.s3imageedit.testing.endpoint;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Writes text into pictures, five by seven pixels a letter: a machine without fonts must not stop the stand-in. */
final class PixelFont {
    private static final int COLUMNS = 5;
    private static final int CELL_WIDTH = 6;
    private static final int CELL_HEIGHT = 9;
    private static final int LARGEST = 4;
    private static final int INK = 0xFFFFFFFF;
    private static final int PAPER = 0xFF202028;
    private static final int FIRST = 0x20;
    private static final int LAST = 0x7E;

    /** A column a byte, the lowest bit on top, from blank to tilde. */
    private static final byte[] GLYPHS = HexFormat.of().parseHex("""
        0000000000 00005F0000 0007000700 147F147F14 242A7F2A12 2313086462 3649562050 0008070300
        001C224100 0041221C00 2A1C7F1C2A 08083E0808 0050300000 0808080808 0060600000 2010080402
        3E5149453E 00427F4000 7249494946 2141494D33 1814127F10 2745454539 3C4A494931 4121110907
        3649494936 464949291E 0000140000 0040340000 0008142241 1414141414 0041221408 0201590906
        3E415D594E 7C1211127C 7F49494936 3E41414122 7F4141413E 7F49494941 7F09090901 3E41415173
        7F0808087F 00417F4000 2040413F01 7F08142241 7F40404040 7F021C027F 7F0408107F 3E4141413E
        7F09090906 3E4151215E 7F09192946 2649494932 03017F0103 3F4040403F 1F2040201F 3F4038403F
        6314081463 0304780403 6159494D43 007F414141 0204081020 004141417F 0402010204 4040404040
        0003070800 2054547840 7F28444438 3844444428 384444287F 3854545418 00087E0902 0C5252523E
        7F08040478 00447D4000 2040403D00 7F10284400 00417F4000 7C04780478 7C08040478 3844444438
        7C14141408 081414187C 7C08040408 4854545424 043F444020 3C4040207C 1C2040201C 3C4030403C
        4428102844 0C5050503C 4464544C44 0008364100 0000770000 0041360800 0201020402
        """.replaceAll("\\s", ""));

    private final BufferedImage picture;

    PixelFont(BufferedImage picture) {
        this.picture = picture;
    }

    /** As large as it fits, on a dark band at the area's foot. */
    void write(String text, Rectangle area) {
        int scale = scale(text, area);
        List<String> lines = lines(text, area.width / (CELL_WIDTH * scale), area.height / (CELL_HEIGHT * scale));
        int bandHeight = Math.min(area.height, lines.size() * CELL_HEIGHT * scale);
        int top = area.y + area.height - bandHeight;
        paint(new Rectangle(area.x, top, area.width, bandHeight), PAPER);
        for (int line = 0; line < lines.size(); line++) {
            writeLine(lines.get(line), area.x + scale / 2, top + (line * CELL_HEIGHT + 1) * scale, scale);
        }
    }

    private static int scale(String text, Rectangle area) {
        int scale = LARGEST;
        while (scale > 1 && (long) text.length() * CELL_WIDTH * scale * CELL_HEIGHT * scale * 4 > area(area)) {
            scale--;
        }
        return scale;
    }

    private static long area(Rectangle area) {
        return (long) area.width * area.height;
    }

    /** Broken at blanks where there are any. */
    private static List<String> lines(String text, int columns, int rows) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (!rest.isEmpty() && lines.size() < rows && columns > 0) {
            int blank = rest.lastIndexOf(' ', columns);
            int end = rest.length() <= columns ? rest.length() : blank > 0 ? blank : columns;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        return lines;
    }

    private void writeLine(String line, int left, int top, int scale) {
        for (int index = 0; index < line.length(); index++) {
            writeLetter(line.charAt(index), left + index * CELL_WIDTH * scale, top, scale);
        }
    }

    private void writeLetter(char letter, int left, int top, int scale) {
        int glyph = letter >= FIRST && letter <= LAST ? letter - FIRST : '?' - FIRST;
        for (int column = 0; column < COLUMNS; column++) {
            int bits = GLYPHS[glyph * COLUMNS + column];
            for (int row = 0; row < 7; row++) {
                if ((bits >> row & 1) != 0) {
                    paint(new Rectangle(left + column * scale, top + row * scale, scale, scale), INK);
                }
            }
        }
    }

    private void paint(Rectangle area, int colour) {
        Rectangle visible = area.intersection(new Rectangle(picture.getWidth(), picture.getHeight()));
        for (int y = visible.y; y < visible.y + visible.height; y++) {
            for (int x = visible.x; x < visible.x + visible.width; x++) {
                picture.setRGB(x, y, colour);
            }
        }
    }
}
