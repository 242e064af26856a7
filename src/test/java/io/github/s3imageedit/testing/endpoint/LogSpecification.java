package io.github.s3imageedit.testing.endpoint;

import io.github.s3imageedit.testing.endpoint.FaultSpecification.Word;

/**
 * What befalls the request log, as a line of text.
 *
 * <p>{@code record:} before how a call is recorded ({@code absent}, {@code completed=0.0800}, {@code cancelled}),
 * {@code log:} before what befalls a reading ({@code status=503}, {@code delay=2s+garbage}).
 */
final class LogSpecification {
    private LogSpecification() {}

    static LoggedAs loggedAs(String text) {
        Word word = Word.of(text);
        return switch (word.name()) {
            case "truth" -> LoggedAs.truth();
            case "absent" -> LoggedAs.absent();
            default -> {
                RequestStatus status = RequestStatus.spelled(word.name());
                yield word.argument().isEmpty() ? LoggedAs.status(status) : LoggedAs.status(status, word.argument());
            }
        };
    }

    static LogFault fault(String text) {
        int plus = text.indexOf('+');
        if (text.startsWith("delay=") && plus > 0) {
            return LogFault.delay(
                    FaultSpecification.duration(text.substring(6, plus)), fault(text.substring(plus + 1)));
        }
        Word word = Word.of(text);
        return switch (word.name()) {
            case "none" -> LogFault.none();
            case "delay" -> LogFault.delay(FaultSpecification.duration(word.argument()));
            case "status" -> new LogFault.Answered(FaultSpecification.answer(word.argument()));
            case "hang" -> LogFault.hang();
            case "garbage" -> LogFault.garbage();
            case "html" -> LogFault.html(Integer.parseInt(word.argument()));
            default -> throw FaultSpecification.unknown(text);
        };
    }
}
