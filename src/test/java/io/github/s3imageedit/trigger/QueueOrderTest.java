package io.github.s3imageedit.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.job.Upload;
import io.github.s3imageedit.job.UploadEvent;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which messages wait for which. */
@Timeout(20)
class QueueOrderTest {
    private final LookingStore store = new LookingStore();
    private final QueueDoor door = new QueueDoor(store);

    @Test
    void aGroupsMessagesAreDoneInTheirOrder() throws IOException {
        String[] messages = new String[40];
        for (int number = 0; number < messages.length; number++) {
            String group = number % 2 == 0 ? "even" : "odd";
            messages[number] = Shapes.grouped("m" + number, group, Shapes.put(group + number + ".png"));
        }

        assertThat(door.failures(messages)).isEmpty();
        assertThat(store.looked())
                .filteredOn(key -> key.startsWith("even"))
                .first()
                .isEqualTo("even0.png");
        assertThat(store.looked())
                .filteredOn(key -> key.startsWith("odd"))
                .isSortedAccordingTo((one, other) -> number(one) - number(other))
                .hasSize(20);
    }

    private static int number(String key) {
        return Integer.parseInt(key.replaceAll("[^0-9]", ""));
    }

    @Test
    void aFailureHoldsUpTheRestOfItsGroupOnly() throws IOException {
        assertThat(door.failures(
                        Shapes.grouped("a1", "a", Shapes.put("a1.png")),
                        Shapes.grouped("a2", "a", Shapes.put("trouble.png")),
                        Shapes.grouped("b1", "b", Shapes.put("b1.png")),
                        Shapes.grouped("a3", "a", Shapes.put("a3.png")),
                        Shapes.grouped("b2", "b", Shapes.put("b2.png")),
                        Shapes.grouped("a4", "a", Shapes.put("a4.png"))))
                .containsExactlyInAnyOrder("a2", "a3", "a4");
        assertThat(store.looked()).containsExactlyInAnyOrder("a1.png", "trouble.png", "b1.png", "b2.png");
    }

    @Test
    void aFailureHoldsUpTheRestOfItsOwnMessage() throws IOException {
        assertThat(door.failures(
                        Shapes.grouped("a1", "a", Shapes.put("1.png", "trouble.png", "3.png")),
                        Shapes.grouped("a2", "a", Shapes.put("4.png"))))
                .containsExactlyInAnyOrder("a1", "a2");
        assertThat(store.looked()).containsExactly("1.png", "trouble.png");
    }

    @Test
    void whatCannotBeReadHoldsUpItsGroupOnly() throws IOException {
        assertThat(door.failures(
                        Shapes.grouped("a1", "a", Shapes.put("a1.png")),
                        Shapes.grouped("a2", "a", "junk"),
                        Shapes.grouped("b1", "b", Shapes.put("b1.png")),
                        Shapes.grouped("a3", "a", Shapes.put("a3.png"))))
                .containsExactlyInAnyOrder("a2", "a3");
        assertThat(store.looked()).containsExactlyInAnyOrder("a1.png", "b1.png");
    }

    @Test
    void groupsOfAStandardQueueSayNothingAboutOrder() throws IOException {
        String attributes = "\"MessageGroupId\":\"tenant\"";

        assertThat(door.failures(
                        Shapes.message("m1", "junk", Shapes.QUEUE, attributes),
                        Shapes.message("m2", Shapes.put("trouble.png"), Shapes.QUEUE, attributes),
                        Shapes.message("m3", Shapes.put("good.png"), Shapes.QUEUE, attributes)))
                .containsExactlyInAnyOrder("m1", "m2");
        assertThat(store.looked()).containsExactlyInAnyOrder("trouble.png", "good.png");
    }

    @Test
    void messagesOfOneObjectAreNotDoneAtOnce() throws IOException {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        LookingStore slow = new LookingStore(event -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            Waits.shortly();
            atOnce.decrementAndGet();
            return LookingStore.untagged(event);
        });
        String[] messages = new String[8];
        for (int number = 0; number < messages.length; number++) {
            messages[number] = Shapes.message("m" + number, Shapes.put("same.png"));
        }

        assertThat(new QueueDoor(slow).failures(messages)).isEmpty();
        assertThat(slow.looked()).hasSize(8);
        assertThat(most).hasValue(1);
    }

    @Test
    void aFailureDoesNotHoldUpOthersOfTheSameObject() throws IOException {
        AtomicInteger times = new AtomicInteger();
        LookingStore moody = new LookingStore(event -> failingOnce(event, times));

        assertThat(new QueueDoor(moody)
                        .failures(
                                Shapes.message("m1", Shapes.put("same.png")),
                                Shapes.message("m2", Shapes.put("same.png"))))
                .containsExactly("m1");
        assertThat(moody.looked()).hasSize(2);
    }

    private static Optional<Upload> failingOnce(UploadEvent event, AtomicInteger times) {
        if (times.getAndIncrement() == 0) {
            throw new IllegalStateException("once");
        }
        return LookingStore.untagged(event);
    }
}
