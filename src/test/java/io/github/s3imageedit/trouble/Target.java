package io.github.s3imageedit.trouble;

import io.github.s3imageedit.kill.Role;
import io.github.s3imageedit.testing.s3.Operation;
import io.github.s3imageedit.testing.s3.S3Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One request of an edit, told from the others though some of them are made side by side.
 *
 * @param occurrence of several of the kind, which; from 1
 */
record Target(Operation operation, Role role, int occurrence) {
    /** The requests of a clean edit, in the order of their coming. */
    static List<Target> all(List<S3Call> calls, String inbox) {
        Map<String, Integer> occurrences = new HashMap<>();
        List<Target> targets = new ArrayList<>();
        for (S3Call call : calls) {
            Role role = Role.of(call, inbox);
            int occurrence = occurrences.merge(call.operation() + " " + role, 1, Integer::sum);
            targets.add(new Target(call.operation(), role, occurrence));
        }
        return targets;
    }

    boolean isOfKind(S3Call call, String inbox) {
        return call.operation() == operation && Role.of(call, inbox) == role;
    }

    boolean isWrite() {
        return operation == Operation.PUT_OBJECT;
    }

    @Override
    public String toString() {
        return operation + " " + role + " " + occurrence;
    }
}
