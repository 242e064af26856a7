package io.github.s3imageedit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.edit.ApiKeyUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ParameterKeyTest {
    private static final String NAME = "/s3-image-edit/key";

    private final Queue<String> answers = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();
    private int reads;
    private final ParameterKey key = new ParameterKey(NAME, this::answer, pauses::add);

    private String answer(String name) throws IOException {
        assertThat(name).isEqualTo(NAME);
        reads++;
        String answer = answers.remove();
        return switch (answer) {
            case "lost" -> throw new IOException("connection reset");
            case "refused" -> throw new ParameterStore.RefusedException("SSM answered ParameterNotFound");
            default -> answer;
        };
    }

    private void answers(String... inOrder) {
        answers.addAll(List.of(inOrder));
    }

    @Test
    void readsTheKeyOnceWhenItIsFirstNeeded() {
        answers(" first\n");

        assertThat(reads).isZero();
        assertThat(key.value()).isEqualTo("first");
        assertThat(key.value()).isEqualTo("first");
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void readsAgainWhenTheEndpointRefusesIt() {
        answers("first", "first", "second");

        assertThat(key.value()).isEqualTo("first");
        assertThat(key.refresh("first")).isFalse();
        assertThat(key.refresh("first")).isTrue();
        assertThat(key.value()).isEqualTo("second");
        assertThat(reads).isEqualTo(3);
    }

    /** Of many calls that are refused at once, each is to go on with the new key. */
    @Test
    void readsItOnceForAllWhoseKeyWasRefused() {
        answers("first", "second");

        assertThat(key.value()).isEqualTo("first");
        assertThat(key.refresh("first")).isTrue();
        assertThat(key.refresh("first")).isTrue();
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void triesAgainWithPausesThatGrow() {
        answers("lost", "lost", "lost", "first");

        assertThat(key.value()).isEqualTo("first");
        assertThat(pauses).hasSize(3).isSorted().allMatch(pause -> pause.compareTo(Duration.ofSeconds(1)) < 0);
    }

    @Test
    void givesUpInTheEndButNotForever() {
        answers("lost", "lost", "lost", "lost", "first");

        assertUnavailable("SSM");
        assertThat(reads).isEqualTo(4);
        assertThat(key.value()).isEqualTo("first");
    }

    @Test
    void doesNotInsistWhereItIsRefused() {
        answers("refused", "first");

        assertUnavailable("ParameterNotFound");
        assertThat(pauses).isEmpty();
        assertThat(key.value()).isEqualTo("first");
    }

    @Test
    void takesNothingThatIsNoKey() {
        answers("", "  ", "two words", "schlüssel");

        for (int round = 0; round < 4; round++) {
            assertUnavailable("printable ASCII");
        }
    }

    @Test
    void takesTheKeyOutOfAFieldAndAsksWithoutIt() {
        ParameterKey field = new ParameterKey(NAME + "#key", this::answer, pauses::add);
        answers("{\"user\":\"me\",\"key\":\" first\\n\"}", "{\"key\":\"second\"}");

        assertThat(field.value()).isEqualTo("first");
        assertThat(field.refresh("first")).isTrue();
        assertThat(field.value()).isEqualTo("second");
        assertThat(field).asString().doesNotContain("second");
    }

    @Test
    void keepsTheKeyWhenReadingAgainFails() {
        answers("first", "refused");
        assertThat(key.value()).isEqualTo("first");

        assertThatThrownBy(() -> key.refresh("first")).isInstanceOf(ApiKeyUnavailableException.class);
        assertThat(key.value()).isEqualTo("first");
    }

    private void assertUnavailable(String reason) {
        assertThatThrownBy(key::value)
                .isInstanceOf(ApiKeyUnavailableException.class)
                .hasMessageContaining(NAME)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("s3cr3t");
    }
}
