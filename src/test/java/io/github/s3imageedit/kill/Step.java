package io.github.s3imageedit.kill;

import io.github.s3imageedit.testing.endpoint.Stage;
import io.github.s3imageedit.testing.s3.Moment;
import io.github.s3imageedit.testing.s3.Operation;

/** Where the function is killed. */
sealed interface Step {
    /** Whether each delivery passes here, or only some do. */
    boolean isCertain();

    /**
     * Around a request to S3.
     *
     * @param occurrence of several requests of the kind, which; from 1
     */
    record AtS3(Operation operation, Role role, int occurrence, Moment moment) implements Step {
        /** How often a ledger object is renewed is a matter of time. */
        @Override
        public boolean isCertain() {
            return role != Role.LEDGER;
        }

        @Override
        public String toString() {
            return moment + " " + operation + " " + role + " " + occurrence;
        }
    }

    /** While the endpoint is at work. */
    record AtEndpoint(Stage stage) implements Step {
        @Override
        public boolean isCertain() {
            return true;
        }

        @Override
        public String toString() {
            return stage.name();
        }
    }
}
