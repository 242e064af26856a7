package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Takes an edit call's body in full, whatever is wrong with it, and judges it. */
final class FormDesk {
    private final StandInSettings settings;
    private final Workspace workspace;

    FormDesk(StandInSettings settings, Workspace workspace) {
        this.settings = settings;
        this.workspace = workspace;
    }

    Reception receive(RequestHead head, BodyInput body, Wire wire) throws IOException {
        Optional<StrictMultipart> form = Optional.empty();
        try {
            new KeyRules(settings.dialect(), settings.keys()).check(head.headers());
            form = Optional.of(new StrictMultipart(body, MultipartBoundary.of(head.headers()), workspace));
            form.get().read();
            if (wire.hasSurplus()) {
                throw Refusal.invalid("The body is longer than its Content-Length.");
            }
            List<FormPart> parts = form.get().parts();
            return Reception.ordered(parts, body, order(parts));
        } catch (Refusal refusal) {
            return refused(form, body, refusal);
        } catch (IncompleteBody shorter) {
            return refused(form, body, Refusal.invalid("The body is shorter than its Content-Length."));
        }
    }

    private EditOrder order(List<FormPart> parts) throws IOException, Refusal {
        FormFields fields = FormFields.of(parts, settings.furtherFields());
        new ParameterRules(settings.dialect(), fields).check();
        PictureRules.check(fields);
        return EditOrder.of(settings.dialect(), fields);
    }

    private static Reception refused(Optional<StrictMultipart> form, BodyInput body, Refusal refusal)
            throws IOException {
        List<FormPart> parts = form.map(StrictMultipart::parts).orElse(List.of());
        try {
            body.drain();
        } catch (IncompleteBody shorter) {
            // The first fault is the one to report.
            return Reception.refused(parts, body, refusal);
        }
        return Reception.refused(parts, body, refusal);
    }
}
