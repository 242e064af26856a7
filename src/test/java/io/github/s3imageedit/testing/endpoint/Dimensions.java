package io.github.s3imageedit.testing.endpoint;

/** Width and height in pixels. */
record Dimensions(int width, int height) {
    long pixels() {
        return (long) width * height;
    }

    Dimensions times(double factor) {
        return new Dimensions(atLeastOne(width * factor), atLeastOne(height * factor));
    }

    /** The same shape, at most so many pixels. */
    Dimensions atMost(long maxPixels) {
        return pixels() <= maxPixels ? this : times(Math.sqrt((double) maxPixels / pixels()));
    }

    private static int atLeastOne(double length) {
        return Math.max(1, (int) Math.round(length));
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
