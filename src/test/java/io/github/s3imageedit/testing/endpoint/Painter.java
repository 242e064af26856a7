package io.github.s3imageedit.testing.endpoint;

import io.github.s3imageedit.testing.Samples;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;

/** Turns an order into a picture's file: an edit that everybody sees. */
final class Painter {
    private static final long MAX_DECODED_PIXELS = 8_000_000;
    private static final long MAX_GENERATED_PIXELS = 1_000_000;

    private final Workspace workspace;

    Painter(Workspace workspace) {
        this.workspace = workspace;
    }

    Path paint(EditOrder order, int index) throws IOException {
        PictureFacts facts = PictureFacts.read(order.picture().content())
                .orElseThrow(() -> new IllegalStateException("the order was checked: it has a picture"));
        Path file = workspace.newFile();
        if (order.format().equals("webp") || order.format().equals("avif")) {
            // The JDK cannot write these; a true file of another picture serves those who look at bytes.
            return Files.write(file, order.format().equals("webp") ? Samples.lossyWebp() : Samples.avif());
        }
        BufferedImage source = source(order, facts);
        Optional<BufferedImage> mask = mask(order, source);
        BufferedImage edited = new VisibleEdit(source, mask).paint(order.prompt(), index);
        write(fitted(edited, order), order.format(), file);
        return file;
    }

    private static BufferedImage source(EditOrder order, PictureFacts facts) throws IOException {
        Dimensions dimensions = new Dimensions(facts.width(), facts.height());
        if (facts.pixels() > MAX_DECODED_PIXELS) {
            return plain(dimensions.atMost(MAX_GENERATED_PIXELS));
        }
        return decode(order.picture().content()).orElseGet(() -> plain(dimensions));
    }

    private static Optional<BufferedImage> mask(EditOrder order, BufferedImage source) throws IOException {
        if (order.mask().isEmpty()) {
            return Optional.empty();
        }
        return decode(order.mask().get().content())
                .filter(mask -> mask.getWidth() == source.getWidth() && mask.getHeight() == source.getHeight());
    }

    /** Empty for WebP, CMYK and whatever else the JDK cannot decode. */
    private static Optional<BufferedImage> decode(Path file) throws IOException {
        try {
            return Optional.ofNullable(ImageIO.read(file.toFile()));
        } catch (IIOException undecodable) {
            return Optional.empty();
        }
    }

    private static BufferedImage plain(Dimensions dimensions) {
        BufferedImage picture = new BufferedImage(dimensions.width(), dimensions.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setPaint(new GradientPaint(0, 0, new Color(0x4060A0), 0, dimensions.height(), new Color(0xE0C090)));
        brush.fillRect(0, 0, dimensions.width(), dimensions.height());
        brush.dispose();
        return picture;
    }

    private static BufferedImage fitted(BufferedImage edited, EditOrder order) {
        Dimensions own = new Dimensions(edited.getWidth(), edited.getHeight());
        Dimensions wanted =
                order.exactSize().orElse(own.times(order.scaleFactor())).atMost(MAX_DECODED_PIXELS);
        return wanted.equals(own) ? edited : scaled(edited, wanted);
    }

    private static BufferedImage scaled(BufferedImage picture, Dimensions dimensions) {
        BufferedImage scaled = new BufferedImage(dimensions.width(), dimensions.height(), picture.getType());
        Graphics2D brush = scaled.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.drawImage(picture, 0, 0, dimensions.width(), dimensions.height(), null);
        brush.dispose();
        return scaled;
    }

    private static void write(BufferedImage picture, String format, Path file) throws IOException {
        // JPEG has no alpha.
        BufferedImage writable =
                format.equals("jpeg") ? VisibleEdit.copy(picture, BufferedImage.TYPE_INT_RGB) : picture;
        Files.deleteIfExists(file);
        try (ImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            if (!ImageIO.write(writable, format, out)) {
                throw new IIOException("the JDK cannot write " + format);
            }
        }
    }
}
