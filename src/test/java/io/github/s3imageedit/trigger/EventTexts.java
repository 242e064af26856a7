package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.s3imageedit.job.ObjectRef;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All texts between quotes in an event, and in texts of it that are JSON themselves: found without a JSON parser, however
 * broken the event is, so that a door can be shown to look at nothing else than what the event names.
 */
final class EventTexts {
    private static final String HEX = "0123456789ABCDEFabcdef";
    private static final int DEEPEST = 40;
    private static final List<String> SIDE_FILES = List.of("", ".mask.png", ".edit.json", ".prompt.txt");

    private final Set<String> texts = new HashSet<>();

    EventTexts(byte[] event) {
        collect(new String(event, UTF_8), 0);
        // JSON may be written in these, too; a first character of one byte then has a zero beside it.
        if (event.length > 4 && (event[0] == 0 || event[1] == 0 || event[2] == 0 || event[3] == 0 || event[0] < 0)) {
            for (String name : List.of("UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE")) {
                collect(new String(event, Charset.forName(name)), 0);
            }
        }
    }

    boolean contains(String text) {
        return texts.contains(text);
    }

    /** Whether bucket and key are there, or can be read from what is there; or the object's side file is. */
    boolean name(ObjectRef object) {
        return texts.stream()
                        .anyMatch(text -> object.bucket().equals(text)
                                || object.bucket().equals(text.substring(text.lastIndexOf(':') + 1)))
                && SIDE_FILES.stream().anyMatch(suffix -> nameKey(object.key() + suffix));
    }

    private boolean nameKey(String key) {
        return texts.contains(key)
                || texts.stream()
                        .anyMatch(text ->
                                is(SpeltKeys.formDecoded(text), key) || is(SpeltKeys.percentDecoded(text), key));
    }

    private static boolean is(Optional<String> decoded, String key) {
        return decoded.filter(key::equals).isPresent();
    }

    private void collect(String json, int depth) {
        int begin = json.indexOf('"');
        while (begin >= 0) {
            int end = end(json, begin + 1);
            if (end < 0) {
                return;
            }
            String text = unescaped(json.substring(begin + 1, end));
            if (texts.add(text) && depth < DEEPEST && text.indexOf('"') >= 0) {
                collect(text, depth + 1);
            }
            begin = json.indexOf('"', end + 1);
        }
    }

    /** The place of the quote that ends a text; negative where none does. */
    private static int end(String json, int begin) {
        int end = json.indexOf('"', begin);
        int escape = json.indexOf('\\', begin);
        while (escape >= 0 && escape < end) {
            end = escape + 1 == end ? json.indexOf('"', end + 1) : end;
            escape = json.indexOf('\\', escape + 2);
        }
        return end;
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int place = 0; place < text.length(); place++) {
            if (text.charAt(place) != '\\' || place + 1 == text.length()) {
                plain.append(text.charAt(place));
            } else if (text.charAt(++place) == 'u' && isHexadecimal(text, place + 1)) {
                plain.append((char) Integer.parseInt(text, place + 1, place + 5, 16));
                place += 4;
            } else {
                int known = "bfnrt".indexOf(text.charAt(place));
                plain.append(known < 0 ? text.charAt(place) : "\b\f\n\r\t".charAt(known));
            }
        }
        return plain.toString();
    }

    private static boolean isHexadecimal(String text, int begin) {
        return begin + 4 <= text.length()
                && text.substring(begin, begin + 4).chars().allMatch(digit -> HEX.indexOf(digit) >= 0);
    }
}
