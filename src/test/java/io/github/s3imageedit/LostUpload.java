package io.github.s3imageedit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.endpoint.LoggedAs;
import io.github.s3imageedit.trigger.HandedBackException;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An upload whose call is lost, and what comes of it.
 *
 * @param event which can be delivered as often as one likes
 */
record LostUpload(Deployment deployment, String key, String event) {
    /** So its calls are recorded, in their order. */
    LostUpload loggedAs(LoggedAs... records) {
        deployment.endpoint().scriptRecords(records);
        return this;
    }

    String deliver() throws IOException {
        return deployment.deliver(event);
    }

    void isHandedBackAfter(int calls) {
        assertThatThrownBy(this::deliver).isInstanceOf(HandedBackException.class);
        assertThat(calls()).isEqualTo(calls);
    }

    int calls() {
        return deployment.endpoint().receivedCalls();
    }

    JsonNode sidecar() {
        return deployment.sidecar(key);
    }

    List<String> outcomes() {
        return sidecar().at("/attempts").findValuesAsString("outcome");
    }

    String warnings() {
        return sidecar().at("/warnings").toString();
    }

    /** The sidecar without white space, where digits count. */
    String text() {
        return deployment.sidecarText(key).replaceAll("\\s", "");
    }

    void deleteSidecar() {
        deployment.deleteSidecar(key);
    }
}
