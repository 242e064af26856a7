package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.Deadline;
import io.github.s3imageedit.edit.EditReply.Answered;
import io.github.s3imageedit.edit.FetchedResult;
import io.github.s3imageedit.edit.ReplyPicture;
import io.github.s3imageedit.edit.ResultFetcher;
import io.github.s3imageedit.image.ImageHeader;
import io.github.s3imageedit.image.SpooledImage;
import io.github.s3imageedit.job.EditJob;
import io.github.s3imageedit.result.Output;
import io.github.s3imageedit.result.ResultWriter;
import io.github.s3imageedit.result.SidecarError;
import io.github.s3imageedit.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures of one edit, gathered as they arrive: inline during the call, by link after it. */
final class Results {
    private static final Logger LOG = LoggerFactory.getLogger(Results.class);

    private final EditJob job;
    private final ResultFetcher fetcher;
    private final ResultWriter writer;
    private final Map<Integer, Output> outputs = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();
    private Optional<SidecarError> loss = Optional.empty();
    private Optional<StoreException> trouble = Optional.empty();

    Results(EditJob job, ResultFetcher fetcher, ResultWriter writer) {
        this.job = job;
        this.fetcher = fetcher;
        this.writer = writer;
    }

    /** Stores a picture that came inline. Trouble with one is remembered, for the others are paid for, too. */
    void store(int index, SpooledImage image) {
        try {
            writer.writePicture(job, index, image)
                    .ifPresentOrElse(
                            output -> keep(index, output, image),
                            () -> lose(index, "output_taken", "An object of somebody else's stands in its place."));
        } catch (StoreException e) {
            trouble = trouble.or(() -> Optional.of(e));
        }
    }

    private void keep(int index, Output output, SpooledImage image) {
        outputs.put(index, output);
        if (!output.sha256().equals(image.sha256())) {
            warnings.add("Picture " + (index + 1)
                    + " is of an earlier call that did not come to its end; this call's own was not kept.");
        }
        LOG.info(
                "{}: stored {} ({} bytes)",
                job.source().object(),
                output.picture().object(),
                output.picture().bytes());
    }

    /** Fetches and stores what came by link, and compares what was asked with what was given. */
    void complete(Answered reply, Deadline deadline) {
        for (ReplyPicture picture : reply.pictures()) {
            picture.link().ifPresent(link -> fetch(picture.index(), link, deadline));
            outputs.computeIfPresent(
                    picture.index(), (index, output) -> output.withRevisedPrompt(picture.revisedPrompt()));
        }
        int asked = job.parameters().count();
        if (!reply.complete()) {
            warnings.add("The reply broke off: what had come by then is here.");
        } else if (reply.pictures().size() != asked) {
            warnings.add("Asked for " + asked + " pictures, received "
                    + reply.pictures().size() + ".");
        }
        warnOfOtherSize();
    }

    private void fetch(int index, String link, Deadline deadline) {
        switch (fetcher.fetch(link, deadline)) {
            case FetchedResult.Fetched fetched -> storeAndClose(index, fetched.image());
            case FetchedResult.Refused refused -> lose(index, refused.code(), refused.reason());
            case FetchedResult.Failed failed -> lose(index, "result_unavailable", failed.reason());
        }
    }

    private void storeAndClose(int index, SpooledImage image) {
        try (image) {
            store(index, image);
        } catch (IOException e) {
            throw new UncheckedIOException("a file without a name cannot be closed", e);
        }
    }

    private void lose(int index, String code, String reason) {
        warnings.add("Picture " + (index + 1) + " could not be taken. " + reason);
        loss = loss.or(() -> Optional.of(Words.lost(code, reason)));
    }

    private void warnOfOtherSize() {
        String asked = job.parameters().value("size").orElse("");
        outputs.values().stream()
                .flatMap(output -> output.picture().header().flatMap(ImageHeader::dimensions).stream())
                .map(ImageHeader.Dimensions::toString)
                .filter(given -> asked.matches("[0-9]+x[0-9]+") && !given.equals(asked))
                .findFirst()
                .ifPresent(given -> warnings.add("Asked for the size " + asked + ", received " + given + "."));
    }

    List<Output> outputs() {
        return List.copyOf(outputs.values());
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** What kept a picture from being stored, if anything did. */
    Optional<StoreException> trouble() {
        return trouble;
    }

    /** Why there is no picture at all. */
    Optional<SidecarError> error() {
        return outputs.isEmpty() ? loss : Optional.empty();
    }
}
