package io.github.s3imageedit.app;

import io.github.s3imageedit.edit.EndpointAddress;
import io.github.s3imageedit.job.JobRules;
import io.github.s3imageedit.pipeline.InputScope;
import io.github.s3imageedit.pipeline.UnknownOutcome;
import io.github.s3imageedit.result.ResultKeys;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that whoever runs the function can set, read once from the environment.
 *
 * @param editTimeout bounds every single call
 * @param resultHosts further hosts that result URLs may name
 * @param functionName as Lambda names it; empty elsewhere
 */
public record Settings(
        InputScope input,
        ResultKeys results,
        EndpointAddress endpoint,
        KeySource key,
        JobRules rules,
        Optional<Duration> editTimeout,
        long maxResultBytes,
        Set<String> resultHosts,
        UnknownOutcome unknownOutcome,
        boolean sideFiles,
        AwsSettings aws,
        Optional<String> functionName) {

    /** Where the endpoint's key comes from. */
    public sealed interface KeySource {
        /** The key itself. */
        record Given(String key) implements KeySource {
            @Override
            public String toString() {
                return "Given[key=***]";
            }
        }

        /** The name of the SSM parameter that holds it, with {@code #field} where it holds a JSON object. */
        record Parameter(String name) implements KeySource {}
    }

    /**
     * Reads the settings.
     *
     * @throws InvalidSettingsException naming all that is wrong with them at once
     */
    public static Settings from(Map<String, String> environment) {
        return new SettingsReader(environment).read();
    }
}
