package io.github.s3imageedit.testing.endpoint;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Faults as a line of text, for the command line and for the control door.
 *
 * <p>{@code name} or {@code name=argument}, delays in front ({@code delay=2s+status=503}), header fields behind a status
 * ({@code status=429,Retry-After:2}), {@code fetch:} before what befalls the fetching of a result, {@code 3*} in front of
 * all for three of the same; {@link LogSpecification} for the request log.
 */
final class FaultSpecification {
    private static final String FETCH = "fetch:";
    private static final String RECORD = "record:";
    private static final String LOG = "log:";
    private static final Pattern REPEATED = Pattern.compile("([1-9][0-9]{0,3})\\*(.+)");

    private FaultSpecification() {}

    static void addTo(FaultScript script, List<String> specifications) {
        // Read all before adding any: half a script would be worse than none.
        List<Runnable> additions = specifications.stream()
                .flatMap(text -> repeated(text.strip()))
                .map(text -> addition(script, text))
                .toList();
        additions.forEach(Runnable::run);
    }

    private static Stream<String> repeated(String text) {
        Matcher repeated = REPEATED.matcher(text);
        return repeated.matches()
                ? Collections.nCopies(Integer.parseInt(repeated.group(1)), repeated.group(2)).stream()
                : Stream.of(text);
    }

    private static Runnable addition(FaultScript script, String text) {
        if (text.startsWith(FETCH)) {
            List<FetchFault> faults = List.of(fetchFault(text.substring(FETCH.length())));
            return () -> script.addFetches(faults);
        }
        if (text.startsWith(RECORD)) {
            List<LoggedAs> records = List.of(LogSpecification.loggedAs(text.substring(RECORD.length())));
            return () -> script.addRecords(records);
        }
        if (text.startsWith(LOG)) {
            List<LogFault> faults = List.of(LogSpecification.fault(text.substring(LOG.length())));
            return () -> script.addLogReads(faults);
        }
        List<Fault> faults = List.of(fault(text));
        return () -> script.addEdits(faults);
    }

    static Fault fault(String text) {
        int plus = text.indexOf('+');
        if (text.startsWith("delay=") && plus > 0) {
            return Fault.delay(duration(text.substring(6, plus)), fault(text.substring(plus + 1)));
        }
        Word word = Word.of(text);
        String argument = word.argument();
        return switch (word.name()) {
            case "none" -> Fault.none();
            case "delay" -> Fault.delay(duration(argument));
            case "status" -> new Fault.Answered(answer(argument));
            case "early" -> Fault.early(Integer.parseInt(argument));
            case "html" -> Fault.html(Integer.parseInt(argument));
            case "empty" -> Fault.empty(Integer.parseInt(argument));
            case "error-200" -> Fault.errorWithin200();
            case "flat-error-200" -> Fault.flatErrorWithin200();
            case "redirect" -> Fault.redirect(argument);
            case "cut-before-body" -> Fault.cutBeforeBody();
            case "cut-body" -> Fault.cutInBody(Long.parseLong(argument));
            case "cut-after-body" -> Fault.cutAfterBody();
            default -> replyFault(word.name(), argument);
        };
    }

    /** What befalls the reply to a call that went well. */
    private static Fault replyFault(String name, String argument) {
        return switch (name) {
            case "cut-head" -> Fault.cutInReplyHead();
            case "cut-reply" -> Fault.cutInReply(Long.parseLong(argument));
            case "truncate" -> Fault.truncated(Long.parseLong(argument));
            case "truncate-undeclared" -> Fault.truncatedUndeclared(Long.parseLong(argument));
            case "chunked" -> Fault.chunked();
            case "cut-chunks" -> Fault.cutInChunks(Long.parseLong(argument));
            case "endless" -> Fault.endless(Fault.Filling.valueOf(argument.toUpperCase(Locale.ROOT)));
            case "drip" -> Fault.drip(duration(argument));
            case "result-url" -> Fault.resultUrl(argument);
            case "result-credentials" -> Fault.resultUrlWithCredentials();
            default -> new Fault.DataSpoiled(oddity(name));
        };
    }

    static FetchFault fetchFault(String text) {
        int plus = text.indexOf('+');
        if (text.startsWith("delay=") && plus > 0) {
            return FetchFault.delay(duration(text.substring(6, plus)), fetchFault(text.substring(plus + 1)));
        }
        Word word = Word.of(text);
        String argument = word.argument();
        return switch (word.name()) {
            case "none" -> FetchFault.none();
            case "delay" -> FetchFault.delay(duration(argument));
            case "status" -> new FetchFault.Answered(answer(argument));
            case "cut" -> FetchFault.cut(Long.parseLong(argument));
            case "redirect" -> FetchFault.redirect(argument);
            case "endless" -> FetchFault.endless();
            case "html" -> FetchFault.html();
            case "length" -> FetchFault.promisedLength(Long.parseLong(argument));
            default -> throw unknown(text);
        };
    }

    /** {@code 250ms}, {@code 3s} or {@code 2m}. */
    static Duration duration(String text) {
        return text.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                : Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    }

    static CannedAnswer answer(String argument) {
        List<String> words = List.of(argument.split(",", -1));
        CannedAnswer answer = CannedAnswer.error(Integer.parseInt(words.getFirst()));
        Map<String, String> headers = new HashMap<>();
        for (String field : words.subList(1, words.size())) {
            int colon = field.indexOf(':');
            if (colon < 1) {
                throw unknown(argument);
            }
            headers.put(
                    field.substring(0, colon).strip(),
                    field.substring(colon + 1).strip());
        }
        return new CannedAnswer(answer.status(), answer.mediaType(), answer.body(), headers);
    }

    private static Fault.Oddity oddity(String name) {
        for (Fault.Oddity oddity : Fault.Oddity.values()) {
            if (oddity.name().equals(name.replace('-', '_').toUpperCase(Locale.ROOT))) {
                return oddity;
            }
        }
        throw unknown(name);
    }

    static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("unknown fault: " + text);
    }

    /** {@code name} or {@code name=argument}. */
    record Word(String name, String argument) {
        static Word of(String text) {
            int equals = text.indexOf('=');
            return equals < 0 ? new Word(text, "") : new Word(text.substring(0, equals), text.substring(equals + 1));
        }
    }
}
