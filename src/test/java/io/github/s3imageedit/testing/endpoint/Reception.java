package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What became of reading one edit call's body: its parts, and an order or a refusal.
 *
 * @param complete whether the body came in full
 */
record Reception(
        List<FormPart> parts, String opening, boolean complete, Optional<EditOrder> order, Optional<Refusal> refusal) {
    static Reception ordered(List<FormPart> parts, BodyInput body, EditOrder order) {
        return new Reception(parts, body.opening(), body.complete(), Optional.of(order), Optional.empty());
    }

    static Reception refused(List<FormPart> parts, BodyInput body, Refusal refusal) {
        return new Reception(parts, body.opening(), body.complete(), Optional.empty(), Optional.of(refusal));
    }

    List<ReceivedPart> received() {
        return parts.stream().map(FormPart::received).toList();
    }

    void deleteFiles(Workspace workspace) throws IOException {
        for (FormPart part : parts) {
            workspace.delete(part.content());
        }
    }
}
