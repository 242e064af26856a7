package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Makes events that no sender sends, of those that they do. */
final class EventMutator {
    private static final String[] ENCODINGS = {
        "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE", "ISO-8859-1", "windows-1252", "IBM037"
    };
    private static final String MARKS = "{}[]\":,\\x0+% \u0000\u00ff";

    private final List<byte[]> seeds;
    private final List<JsonNode> trees;

    EventMutator(List<byte[]> seeds) {
        this.seeds = List.copyOf(seeds);
        this.trees = seeds.stream().map(TreeMutator::tree).toList();
    }

    byte[] next(RandomGenerator random) {
        return new Next(random).event();
    }

    private final class Next {
        private final RandomGenerator random;

        Next(RandomGenerator random) {
            this.random = random;
        }

        byte[] event() {
            return switch (random.nextInt(20)) {
                case 0, 1, 2 -> withOtherBytes(seed());
                case 3 -> Arrays.copyOf(seed(), random.nextInt(200));
                case 4 -> truncated(seed());
                case 5 -> spliced(seed(), seed());
                case 6 -> encoded(structured());
                case 7 -> withOtherBytes(structured());
                default -> structured();
            };
        }

        private byte[] seed() {
            return seeds.get(random.nextInt(seeds.size()));
        }

        private byte[] structured() {
            return new TreeMutator(random).mutated(tree(), tree()).getBytes(UTF_8);
        }

        private JsonNode tree() {
            return trees.get(random.nextInt(trees.size()));
        }

        private byte[] withOtherBytes(byte[] event) {
            byte[] other = event.clone();
            for (int change = random.nextInt(1, 6); change > 0 && other.length > 0; change--) {
                int place = random.nextInt(other.length);
                other[place] = switch (random.nextInt(3)) {
                    case 0 -> (byte) (other[place] ^ 1 << random.nextInt(8));
                    case 1 -> (byte) random.nextInt();
                    default -> (byte) MARKS.charAt(random.nextInt(MARKS.length()));
                };
            }
            return other;
        }

        private byte[] truncated(byte[] event) {
            return Arrays.copyOf(event, random.nextInt(event.length + 1));
        }

        /** One event's beginning and another's end. */
        private byte[] spliced(byte[] first, byte[] second) {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.writeBytes(truncated(first));
            int rest = random.nextInt(second.length + 1);
            both.write(second, rest, second.length - rest);
            return both.toByteArray();
        }

        /** In another encoding, of which a byte may have been lost. */
        private byte[] encoded(byte[] event) {
            byte[] other =
                    new String(event, UTF_8).getBytes(Charset.forName(ENCODINGS[random.nextInt(ENCODINGS.length)]));
            return switch (random.nextInt(4)) {
                case 0 -> truncated(other);
                case 1 -> withOtherBytes(other);
                default -> other;
            };
        }
    }
}
