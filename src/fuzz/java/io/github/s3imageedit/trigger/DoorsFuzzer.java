package io.github.s3imageedit.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.s3imageedit.trigger.DoorTrial.Door;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * The same as {@link DoorsFuzzTest}, by a fuzzer that sees which events lead to code that none before has reached; {@code mvn
 * -Pfuzz} runs it. What it finds belongs into {@code src/test/resources/fuzz/doors}, which is among its seeds.
 */
class DoorsFuzzer {
    @SuppressWarnings("NullAway.Init")
    private static HeardLog log;

    private static final DoorTrial TRIAL = new DoorTrial();

    @BeforeAll
    static void hearLog() {
        log = new HeardLog();
    }

    @AfterAll
    static void leaveLog() {
        log.close();
    }

    /** Ends by the number of executions, however long they take. */
    @FuzzTest(maxDuration = "")
    void endsWellWhateverComes(byte[] event) {
        TRIAL.run(event, Door.EDIT);
        assertThat(log.alarms()).as("lines in the log").isEmpty();
    }
}
