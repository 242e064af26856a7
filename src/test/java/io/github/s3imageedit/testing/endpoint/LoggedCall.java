package io.github.s3imageedit.testing.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** One edit call's way through the request log. */
final class LoggedCall {
    private final StandInState state;
    private final RequestHead head;
    private final int sequence;
    private final Instant at;
    private final LoggedAs as;
    private Optional<RequestLog.Entry> entry = Optional.empty();

    LoggedCall(StandInState state, RequestHead head, int sequence, Instant at, LoggedAs as) {
        this.state = state;
        this.head = head;
        this.sequence = sequence;
        this.at = at;
        this.as = as;
    }

    /** The body came in full. */
    void begin(Reception reception, long length) {
        // Without a key there is no account in whose log it could stand.
        if (!reception.refusal().map(Refusal::code).equals(Optional.of(ErrorCode.AUTHENTICATION_FAILED))) {
            entry = Optional.of(state.log().begin(as, record(reception, length)));
        }
    }

    /** The reply is certain, and nothing of it sent. */
    void decide(Verdict verdict) {
        entry.ifPresent(begun ->
                begun.decide(verdict, Duration.between(at, state.clock().instant())));
    }

    private RequestRecord record(Reception reception, long length) {
        return new RequestRecord(
                EditResult.requestId(sequence),
                head.path(),
                field(reception, "model"),
                field(reception, "user"),
                TraceParent.of(head.headers()).flatMap(TraceParent::traceId),
                at.truncatedTo(ChronoUnit.MILLIS),
                length,
                Verdict.of(RequestStatus.PROCESSING),
                Optional.empty());
    }

    private static Optional<String> field(Reception reception, String name) {
        return reception.received().stream()
                .filter(part -> part.name().equals(name))
                .flatMap(part -> part.value().stream())
                .findFirst();
    }
}
