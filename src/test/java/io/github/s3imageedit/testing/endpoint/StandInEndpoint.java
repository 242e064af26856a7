package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/**
 * A strict image-edit endpoint on this machine, with faults on request.
 *
 * <p>It takes what the documented API takes and nothing else, edits visibly, and remembers every call. Bodies and
 * pictures rest in files, so that their size does not matter.
 */
public final class StandInEndpoint implements AutoCloseable {
    private final StandInState state;
    private final Listener listener;

    private StandInEndpoint(StandInState state, Listener listener) {
        this.state = state;
        this.listener = listener;
    }

    /** Lumenfall's manners on a free port of 127.0.0.1, with the key {@link StandInSettings#DEFAULT_KEY}. */
    public static StandInEndpoint start() throws IOException {
        return start(Dialect.LUMENFALL);
    }

    public static StandInEndpoint start(Dialect dialect) throws IOException {
        return start(StandInSettings.of(dialect));
    }

    public static StandInEndpoint start(StandInSettings settings) throws IOException {
        StandInState state = StandInState.create(settings);
        try {
            return new StandInEndpoint(state, Listener.start(state));
        } catch (IOException failure) {
            state.workspace().close();
            throw failure;
        }
    }

    /** Runs alone until it is killed; see {@link CommandLine} for the options. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        CommandLine.run(arguments);
    }

    public int port() {
        return listener.port();
    }

    public String origin() {
        String host = state.settings().host();
        return "http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port();
    }

    /** What {@code EDIT_BASE_URL} is to be. */
    public String baseUrl() {
        return origin() + "/openai/v1";
    }

    /** The next edit calls meet these, one each; after them all is well again. */
    public void script(Fault... faults) {
        state.script().addEdits(List.of(faults));
    }

    /** The next fetches of results meet these, one each. */
    public void scriptFetches(FetchFault... faults) {
        state.script().addFetches(List.of(faults));
    }

    /**
     * The next edit calls are recorded so in the request log, one each; after them as they were.
     *
     * <p>Each call takes one with its head, as it takes its fault, even where it then leaves no record.
     */
    public void scriptRecords(LoggedAs... records) {
        state.script().addRecords(List.of(records));
    }

    /** The next readings of the request log meet these, one each. */
    public void scriptLog(LogFault... faults) {
        state.script().addLogReads(List.of(faults));
    }

    /** So many readings of the request log meet the same. */
    public void scriptLog(int times, LogFault fault) {
        state.script().addLogReads(Collections.nCopies(times, fault));
    }

    /** The same as lines of text: {@code fetch:}, {@code record:} and {@code log:} before what is not for calls. */
    public void script(List<String> specifications) {
        FaultSpecification.addTo(state.script(), specifications);
    }

    /** From now on these files are the results, the first for the first picture of a call; none: paint again. */
    public void results(Path... files) {
        state.results().layReady(List.of(files));
    }

    /** From now on this one, and no other, is told how far each call has come, by the thread that serves the call. */
    public void onStage(StageListener listener) {
        state.stages().listen(listener);
    }

    /** Edit calls whose head has arrived. */
    public int receivedCalls() {
        return state.calls().received();
    }

    /** Edit calls that the real endpoint would have billed: valid, complete and not refused. */
    public int paidCalls() {
        return state.calls().paid();
    }

    public List<EditCall> calls() {
        return state.calls().edits();
    }

    public List<FetchCall> fetches() {
        return state.calls().fetches();
    }

    public List<LogRead> logReads() {
        return state.calls().logReads();
    }

    /** Forgets calls, records, links, faults and who listens; files that were laid ready stay. */
    public void reset() throws IOException {
        state.reset();
    }

    int filesHeld() throws IOException {
        return state.workspace().files();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        state.workspace().close();
    }
}
