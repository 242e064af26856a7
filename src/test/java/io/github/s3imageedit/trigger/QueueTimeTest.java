package io.github.s3imageedit.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.pipeline.EditCrew;
import io.github.s3imageedit.trigger.QueueDoor.Delay;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Batches for which there is not time enough. */
@Timeout(20)
class QueueTimeTest {
    private static final Duration TIME = Duration.ofMillis(800);

    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final LookingStore store = new LookingStore(event -> {
        if (event.object().key().startsWith("hangs")) {
            begun.countDown();
            Waits.until(end);
        } else if (event.object().key().startsWith("later")) {
            // The batch begins everything at once, and this one is to be the second.
            Waits.until(begun);
        }
        return LookingStore.untagged(event);
    });

    @AfterEach
    void letItEnd() {
        end.countDown();
    }

    private QueueDoor door(EditCrew crew) {
        return new QueueDoor(crew, new FixedContext(TIME));
    }

    @Test
    void whatHangsIsReportedAloneWhenTheTimeIsUp() throws IOException {
        QueueDoor door = door(store.crew(50));

        assertThat(door.failures(
                        Shapes.message("m1", Shapes.put("a.png")),
                        Shapes.message("m2", Shapes.put("hangs.png")),
                        Shapes.message("m3", Shapes.put("later.png")),
                        Shapes.message("m4", Shapes.put("b.png", "hangs-too.png"))))
                .containsExactly("m2", "m4");
        assertThat(store.looked()).contains("a.png", "b.png", "later.png");
    }

    @Test
    void nothingIsBegunForWhichThereIsNoTime() throws IOException {
        QueueDoor door = door(store.crew(1));

        assertThat(door.failures(
                        Shapes.message("m1", Shapes.put("hangs1.png")),
                        Shapes.message("m2", Shapes.put("hangs2.png")),
                        Shapes.message("m3", Shapes.put("hangs3.png"))))
                .containsExactly("m1", "m2", "m3");
        assertThat(store.looked()).hasSize(1);
        Map<String, Duration> delays = door.delays().getFirst().byReceipt();
        assertThat(delays.values())
                .containsExactlyInAnyOrder(Duration.ofMinutes(1), Duration.ofSeconds(30), Duration.ofSeconds(30));
        // What was begun has no end yet, and the others only want time.
        String begunFor =
                store.looked().getFirst().replace("hangs", "receipt-m").replace(".png", "");
        assertThat(delays).containsEntry(begunFor, Duration.ofMinutes(1));
    }

    @Test
    void nothingIsBegunAfterTheTimeIsUp() throws IOException, InterruptedException {
        QueueDoor door = door(store.crew(1));

        assertThat(door.failures(
                        Shapes.grouped("m1", "a", Shapes.put("hangs1.png")),
                        Shapes.grouped("m2", "a", Shapes.put("after.png")),
                        Shapes.grouped("m3", "b", Shapes.put("hangs2.png"))))
                .hasSize(3);
        end.countDown();
        TimeUnit.MILLISECONDS.sleep(100);
        assertThat(store.looked()).doesNotContain("after.png").hasSize(1);
    }

    @Test
    void moreMessagesThanPlacesAreAllDone() throws IOException {
        String[] messages = new String[200];
        for (int number = 0; number < messages.length; number++) {
            messages[number] = Shapes.message("m" + number, Shapes.put(number + ".png"));
        }

        assertThat(new QueueDoor(store.crew(3), new FixedContext()).failures(messages))
                .isEmpty();
        assertThat(store.looked()).hasSize(200);
    }

    @Test
    void askingTheQueueTakesOnlyAShareOfWhatIsLeft() throws IOException {
        QueueDoor hurried = door(store.crew(50));
        QueueDoor calm = new QueueDoor(store);

        assertThat(hurried.failures(Shapes.message("m1", Shapes.put("trouble.png"))))
                .hasSize(1);
        assertThat(calm.failures(Shapes.message("m1", Shapes.put("trouble.png"))))
                .hasSize(1);
        assertThat(hurried.delays()).extracting(Delay::patience).containsExactly(TIME.dividedBy(4));
        assertThat(calm.delays()).extracting(Delay::patience).containsExactly(Duration.ofSeconds(5));
    }
}
