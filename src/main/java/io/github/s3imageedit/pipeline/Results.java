package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.FetchedResult;
import io.github.s3imageedit.edit.Fetcher;
import io.github.s3imageedit.edit.Pause;
import io.github.s3imageedit.image.ImageHeader;
import io.github.s3imageedit.image.SpooledImage;
import io.github.s3imageedit.job.Deadline;
import io.github.s3imageedit.job.EditJob;
import io.github.s3imageedit.ledger.Receipt;
import io.github.s3imageedit.ledger.ReceivedPicture;
import io.github.s3imageedit.result.Output;
import io.github.s3imageedit.result.ResultWriter;
import io.github.s3imageedit.result.SidecarError;
import io.github.s3imageedit.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures of one edit, gathered as they arrive: inline during the call, by link after it, or by earlier deliveries. */
final class Results {
    private static final Logger LOG = LoggerFactory.getLogger(Results.class);
    /** Links live for 60 minutes; the rest is for clocks that differ. */
    private static final Duration LINKS_LIVE = Duration.ofMinutes(70);

    private final EditJob job;
    private final Deadline end;
    private final Deadline deadline;
    private final Fetcher fetcher;
    private final ResultWriter writer;
    private final Pause pause;
    private final Map<Integer, Output> outputs = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final Set<Integer> lost = new HashSet<>();
    private Optional<SidecarError> loss = Optional.empty();
    private Optional<StoreException> trouble = Optional.empty();
    private Optional<String> delay = Optional.empty();

    /** @param pause between tries to store what was received */
    Results(Work work, Fetcher fetcher, ResultWriter writer, Pause pause) {
        this.job = work.job();
        this.end = work.deadline();
        this.deadline = work.forPictures();
        this.fetcher = fetcher;
        this.writer = writer.within(end);
        this.pause = pause;
    }

    /**
     * Stores a picture that came inline, and will not come again. Trouble with one is remembered, and takes its share of the
     * time that is left: the others are paid for, too.
     */
    void receive(int index, SpooledImage image) {
        int toCome = Math.max(0, job.parameters().count() - index - 1);
        Duration left = end.remaining();
        Deadline own = end.leaving(left.minus(left.dividedBy(toCome + 1)));
        Insistence insistence = new Insistence(pause, own);
        store(
                index,
                image,
                () -> insistence.onLastChance(() -> writer.within(own).writePicture(job, index, image)));
    }

    private void store(int index, SpooledImage image, Supplier<Optional<Output>> put) {
        try {
            put.get()
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

    /** Takes over what stands, where an earlier delivery was ended before it could write its receipt. */
    boolean adopt() {
        for (int index = 0; index < job.parameters().count(); index++) {
            int number = index;
            writer.findPicture(job, index).ifPresent(output -> outputs.put(number, output));
        }
        return !outputs.isEmpty();
    }

    /** Takes over what stands of an earlier delivery's receipt. */
    void adopt(Receipt receipt) {
        for (ReceivedPicture picture : receipt.pictures()) {
            standing(picture).ifPresent(output -> outputs.put(picture.index(), output));
        }
    }

    private Optional<Output> standing(ReceivedPicture picture) {
        return picture.key().isPresent()
                ? writer.pictureAt(job, picture.key().get())
                : writer.findPicture(job, picture.index());
    }

    /** Fetches and stores what is missing, and compares what was asked with what was given. */
    void complete(Receipt receipt) {
        // What came inline and was not stored is lost by now.
        trouble = Optional.empty();
        boolean linksLive = deadline.clock().instant().isBefore(receipt.at().plus(LINKS_LIVE));
        for (ReceivedPicture picture : receipt.pictures()) {
            int index = picture.index();
            if (!outputs.containsKey(index) && !lost.contains(index)) {
                picture.link().ifPresentOrElse(link -> fetch(index, link, linksLive), () -> lookFor(index));
            }
            outputs.computeIfPresent(index, (same, output) -> output.withRevisedPrompt(picture.revisedPrompt()));
        }
        warnOfOtherCount(receipt);
        warnOfOtherSize();
    }

    /** Storage may have taken it without anybody hearing of it; where it does not tell, a later delivery looks again. */
    private void lookFor(int index) {
        try {
            writer.findPicture(job, index)
                    .ifPresentOrElse(
                            output -> outputs.put(index, output),
                            () -> lose(index, "not_stored", "Storage did not take it when it came."));
        } catch (StoreException e) {
            trouble = trouble.or(() -> Optional.of(e));
        }
    }

    private void fetch(int index, String link, boolean linksLive) {
        switch (fetcher.fetch(link, deadline)) {
            case FetchedResult.Fetched fetched -> storeAndClose(index, fetched.image());
            case FetchedResult.Refused refused -> lose(index, refused.code(), refused.reason());
            case FetchedResult.Failed failed -> {
                if (linksLive) {
                    delay = delay.or(() -> Optional.of(failed.reason()));
                } else {
                    lose(index, "result_unavailable", failed.reason());
                }
            }
        }
    }

    private void storeAndClose(int index, SpooledImage image) {
        try (image) {
            Insistence insistence = new Insistence(pause, deadline);
            store(index, image, () -> insistence.on(() -> writer.writePicture(job, index, image)));
        } catch (IOException e) {
            throw new UncheckedIOException("a file without a name cannot be closed", e);
        }
    }

    private void lose(int index, String code, String reason) {
        lost.add(index);
        warnings.add("Picture " + (index + 1) + " could not be taken. " + reason);
        loss = loss.or(() -> Optional.of(Words.lost(code, reason)));
    }

    private void warnOfOtherCount(Receipt receipt) {
        int asked = job.parameters().count();
        if (!receipt.complete()) {
            boolean all = outputs.size() >= asked;
            String come = all ? "what was asked for" : "only " + outputs.size() + " of " + asked + " pictures";
            warnings.add("The end of the reply was not received; " + come + " had come before it.");
        } else if (receipt.pictures().size() != asked) {
            warnings.add("Asked for " + asked + " pictures, received "
                    + receipt.pictures().size() + ".");
        }
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

    /** The pictures that stand, where there is no receipt that names them. */
    List<ReceivedPicture> received() {
        return outputs.keySet().stream()
                .map(index -> new ReceivedPicture(index, Optional.empty(), key(index), Optional.empty()))
                .toList();
    }

    /** Where a picture was stored, if it was. */
    Optional<String> key(int index) {
        return Optional.ofNullable(outputs.get(index))
                .map(output -> output.picture().object().key());
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** What kept a picture from being stored, if anything did. */
    Optional<StoreException> trouble() {
        return trouble;
    }

    /** What kept a picture from being fetched that may be had later. */
    Optional<String> delay() {
        return delay;
    }

    /** Why there is no picture at all. */
    Optional<SidecarError> error() {
        return outputs.isEmpty() ? loss : Optional.empty();
    }
}
