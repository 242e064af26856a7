package io.github.s3imageedit.testing.endpoint;

import java.util.Optional;

/** The part of a log's record that changes when the reply is decided. */
record Verdict(RequestStatus status, Optional<String> cost, Optional<LoggedError> error) {
    static Verdict of(RequestStatus status) {
        return new Verdict(status, status.usualCost(), LoggedError.usual(status));
    }

    static Verdict of(Refusal refusal, Dialect dialect) {
        LoggedError error = new LoggedError(refusal.code().spelling(dialect), refusal.message());
        return new Verdict(RequestStatus.REJECTED, Optional.empty(), Optional.of(error));
    }

    /** Work that was done is charged, even where nobody gets to know. */
    static Verdict of(FaultyReply reply) {
        if (reply.isBilled() || !(reply.fault() instanceof Fault.Answered(CannedAnswer answer))) {
            return of(RequestStatus.COMPLETED);
        }
        boolean clientsFault = answer.status() >= 300 && answer.status() < 500;
        Verdict verdict = of(clientsFault ? RequestStatus.REJECTED : RequestStatus.UPSTREAM_FAILURE);
        return new Verdict(
                verdict.status(), verdict.cost(), LoggedError.in(answer.body()).or(verdict::error));
    }

    /** What a script makes of this one. */
    Verdict shown(LoggedAs as) {
        return switch (as) {
            case LoggedAs.Truth truth -> this;
            case LoggedAs.Absent absent -> this;
            case LoggedAs.Shown(RequestStatus other, Optional<String> otherCost) ->
                status.isFinal() || !other.isFinal()
                        ? new Verdict(other, otherCost.or(other::usualCost), LoggedError.usual(other))
                        : this;
        };
    }
}
