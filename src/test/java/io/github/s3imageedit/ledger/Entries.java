package io.github.s3imageedit.ledger;

import io.github.s3imageedit.edit.Attempt;
import io.github.s3imageedit.edit.Charge;
import io.github.s3imageedit.edit.ReplyFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Ledger entries of every kind, with every field and with none. */
final class Entries {
    static final String ODD =
            "a \"quoted\" \\ line\nbreak\r\ttab \u0000\u001f\u007f\u2028 é 漢 \ud83c\udfa9 </script> ' {}[]";
    private static final Instant AT = Instant.parse("2026-11-23T12:00:00.123456789Z");

    private Entries() {}

    static Stream<LedgerEntry> all() {
        return stages().flatMap(stage -> Stream.of(
                new LedgerEntry(Optional.empty(), History.EMPTY, stage),
                new LedgerEntry(Optional.of(ODD), history(), stage)));
    }

    static Stream<Stage> stages() {
        return Stream.of(
                new Stage.Open(),
                new Stage.Sent(new SentCall(1, AT, Duration.ZERO)),
                new Stage.Sent(new SentCall(Integer.MAX_VALUE, AT, Duration.ofMillis(901_234))),
                new Stage.Received(new Receipt(AT, ReplyFacts.NONE, false, List.of(), Map.of())),
                new Stage.Received(receipt()),
                new Stage.Failed("", ""),
                new Stage.Failed(ODD, "{\n  \"text\": \"" + ODD + "\"\n}\n"));
    }

    static Receipt receipt() {
        List<ReceivedPicture> pictures = new ArrayList<>();
        for (int index = 0; index < 10; index++) {
            pictures.add(new ReceivedPicture(index, odd(index % 2 == 0), odd(index % 3 == 0), odd(index % 5 == 0)));
        }
        return new Receipt(AT, facts(), true, pictures, Map.of("etag-1", "0".repeat(64), ODD, "1".repeat(64)));
    }

    private static Optional<String> odd(boolean present) {
        return Optional.of(ODD).filter(text -> present);
    }

    private static ReplyFacts facts() {
        return new ReplyFacts(
                Optional.of("req_1 " + ODD),
                Optional.of(Long.MAX_VALUE),
                Optional.of("1024x1024"),
                Optional.of("png"),
                Optional.of("model"),
                Optional.of("executed/model"),
                Optional.of("provider"),
                Optional.of("Provider " + ODD),
                Optional.of("0.0400"),
                Optional.of("USD"),
                Optional.of("{\"tokens\":1.50,\"cost\":1E-7}"));
    }

    /** Every kind of attempt, and more of them than are kept of those that were free. */
    static History history() {
        List<Attempt.Result> results = List.of(Attempt.Result.values());
        List<Attempt> attempts = new ArrayList<>();
        for (int call = 0; call < 130; call++) {
            Attempt.Result result = results.get(call % results.size());
            attempts.add(new Attempt(
                    AT.plusSeconds(call),
                    result,
                    Optional.of(100 + call).filter(status -> status % 3 == 0),
                    Duration.ofMillis(call),
                    charge(call)));
        }
        return new History(130, 2, attempts);
    }

    private static Optional<Charge> charge(int call) {
        return switch (call % 3) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Charge(Optional.empty(), Optional.empty(), Optional.empty()));
            default -> Optional.of(new Charge(Optional.of(ODD), Optional.of("0.0400"), Optional.of("USD")));
        };
    }
}
