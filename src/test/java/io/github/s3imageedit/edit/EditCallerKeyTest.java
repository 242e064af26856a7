package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.edit.EditReply.Denied;
import io.github.s3imageedit.job.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a key is read again, and what follows. */
final class EditCallerKeyTest extends WithScriptedCalls {
    @Test
    void beginsNoCallWithAKeyThatCameTooLate() {
        time = CALL;
        ScriptedEndpoint endpoint = scripted(new Denied(error(401)), ANSWERED);

        assertThat(call(endpoint).reply()).isInstanceOf(Denied.class);
        assertThat(endpoint.calls()).isEqualTo(1);
    }

    @Test
    void readsTheKeyAgainAfterA401AndCallsAtOnce() {
        ScriptedEndpoint endpoint = scripted(new Denied(error(401)), ANSWERED);

        assertThat(call(endpoint).reply()).isSameAs(ANSWERED);
        assertThat(key.refreshes()).isEqualTo(1);
        assertThat(clock.pauses()).isEmpty();
    }

    @Test
    void readsTheKeyAgainOnlyOnce() {
        RotatedKey restless = new RotatedKey(5);
        ScriptedEndpoint endpoint = scripted(new Denied(error(401)), BUSY, new Denied(error(401)));

        assertThat(call(endpoint, restless).reply()).isInstanceOf(Denied.class);
        assertThat(restless.refreshes()).isEqualTo(1);
        assertThat(endpoint.calls()).isEqualTo(3);
    }

    @Test
    void doesNotCallAgainWithTheSameKey() {
        RotatedKey same = new RotatedKey(0);
        ScriptedEndpoint endpoint = scripted(new Denied(error(401)));

        assertThat(call(endpoint, same).reply()).isInstanceOf(Denied.class);
        assertThat(same.refreshes()).isEqualTo(1);
        assertThat(endpoint.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {402, 403, 404})
    void keepsTheKeyForAnyOtherDenial(int status) {
        call(scripted(new Denied(error(status))));

        assertThat(key.refreshes()).isZero();
    }

    @Test
    void letsThroughThatTheKeyCannotBeHad() {
        EditEndpoint endpoint = (request, permit, sink, deadline) -> {
            throw new ApiKeyUnavailableException("no key");
        };

        assertThatThrownBy(() -> new EditCaller(endpoint, key, clock, () -> random, longestCall)
                        .call(
                                Requests.edit(),
                                journal,
                                (index, image) -> {},
                                new CallTime(Deadline.in(time, clock), SHORTEST)))
                .isInstanceOf(ApiKeyUnavailableException.class);
    }
}
