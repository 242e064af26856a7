package io.github.s3imageedit.app;

import io.github.s3imageedit.app.Settings.KeySource;
import io.github.s3imageedit.edit.EndpointAddress;
import io.github.s3imageedit.edit.EndpointProfile;
import io.github.s3imageedit.job.JobRules;
import io.github.s3imageedit.pipeline.InputScope;
import io.github.s3imageedit.pipeline.UnknownOutcome;
import io.github.s3imageedit.result.ResultKeys;
import io.github.s3imageedit.store.S3Clients;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.regions.Region;

/** Reads and checks the environment. */
final class SettingsReader {
    private static final long DEFAULT_MAX_BYTES = 52_428_800;
    private static final long MOST_BYTES = 2_000_000_000;
    private static final long LONGEST_LAMBDA_SECONDS = 900;
    private static final int MAX_PORT = 65_535;
    private static final URI LUMENFALL = URI.create("https://api.lumenfall.ai/openai/v1");

    private final Environment environment;

    SettingsReader(Map<String, String> variables) {
        this.environment = new Environment(variables);
    }

    Settings read() {
        InputScope input = new InputScope(environment.list("INPUT_BUCKETS"), environment.text("INPUT_PREFIX", ""));
        Settings settings = new Settings(
                input,
                results(input),
                endpoint(),
                key(),
                rules(),
                editTimeout(),
                environment.number("MAX_RESULT_BYTES", DEFAULT_MAX_BYTES, MOST_BYTES),
                resultHosts(),
                unknownOutcome(),
                sideFiles(),
                aws(),
                environment.text("AWS_LAMBDA_FUNCTION_NAME"));
        if (!environment.faults().isEmpty()) {
            throw new InvalidSettingsException(environment.faults());
        }
        return settings;
    }

    private ResultKeys results(InputScope input) {
        Optional<String> bucket = environment.text("OUTPUT_BUCKET");
        if (bucket.isEmpty()) {
            environment.fault("OUTPUT_BUCKET", "is missing: name the bucket where results go");
        }
        String prefix = environment.text("OUTPUT_PREFIX", "");
        if (bucket.filter(input.buckets()::contains).isPresent() && overlap(input.prefix(), prefix)) {
            environment.fault(
                    "OUTPUT_PREFIX",
                    "and INPUT_PREFIX must both be set, and neither may contain the other, for OUTPUT_BUCKET is one of"
                            + " INPUT_BUCKETS: results would be edited again");
        }
        ResultKeys keys = new ResultKeys(bucket.orElse("missing"), prefix, template());
        if (!keys.leavesRoom()) {
            environment.fault("OUTPUT_KEY", "and OUTPUT_PREFIX together must be shorter: S3's keys end at 1,024 bytes");
        }
        return keys;
    }

    private static boolean overlap(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    private String template() {
        String template = environment.text("OUTPUT_KEY", "{key}/{edit}{index}.{ext}");
        if (!template.contains("{edit}") || !template.contains("{index}") || !template.endsWith(".{ext}")) {
            environment.fault("OUTPUT_KEY", "must hold {edit} and {index} and end in .{ext}, but is " + template);
        }
        if (template.replaceAll("\\{(key|edit|index|ext)}", "").matches(".*[{}].*")) {
            environment.fault("OUTPUT_KEY", "may hold {key}, {edit}, {index} and {ext} only, but is " + template);
        }
        return template;
    }

    private EndpointAddress endpoint() {
        URI base = environment
                .parsed("EDIT_BASE_URL", "must be a URL such as " + LUMENFALL, SettingsReader::baseUrl)
                .orElse(LUMENFALL);
        Optional<String> named = environment.text("EDIT_PROFILE").filter(name -> !name.equals("auto"));
        Optional<EndpointProfile> profile = named.flatMap(EndpointProfile::named);
        if (named.isPresent() && profile.isEmpty()) {
            environment.fault(
                    "EDIT_PROFILE", "must be auto, lumenfall, openai, azure or generic, but is " + named.get());
        }
        return EndpointAddress.below(base, profile.orElseGet(() -> EndpointProfile.of(base)));
    }

    /** An http or https URL with a host; credentials and fragments in it would be lost or leak. */
    static Optional<URI> baseUrl(String text) {
        try {
            URI uri = new URI(text);
            boolean usable = uri.getHost() != null
                    && uri.getPort() <= MAX_PORT
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private KeySource key() {
        Optional<String> key = environment.parsed(
                "EDIT_API_KEY",
                "must be one line of printable ASCII",
                value -> value.matches("[\\x21-\\x7e]+") ? Optional.of(value) : Optional.empty());
        Optional<String> parameter = environment.text("EDIT_API_KEY_PARAMETER");
        if (!parameter.map(KeyPlace::of).map(KeyPlace::isComplete).orElse(true)) {
            environment.fault(
                    "EDIT_API_KEY_PARAMETER",
                    "must be the name of a parameter, or NAME#field where it holds a JSON object");
        }
        if (environment.text("EDIT_API_KEY").isEmpty() && parameter.isEmpty()) {
            environment.fault(
                    "EDIT_API_KEY_PARAMETER",
                    "or EDIT_API_KEY is missing: name the SSM parameter that holds the endpoint's key");
        }
        return key.isPresent() ? new KeySource.Given(key.get()) : new KeySource.Parameter(parameter.orElse("missing"));
    }

    private JobRules rules() {
        Set<String> passThrough = environment.list("PASS_THROUGH");
        passThrough.stream()
                .filter(name -> !name.matches("[A-Za-z][A-Za-z0-9_.-]{0,63}") || isTaken(name))
                .forEach(name -> environment.fault(
                        "PASS_THROUGH", "must list names of API fields, other than pictures, but has " + name));
        return new JobRules(
                environment
                        .parsed("DEFAULT_MODEL", "must be one line of text", SettingsReader::line)
                        .orElse("gemini-3-pro-image"),
                environment.text("DEFAULT_PROMPT"),
                passThrough,
                environment.text("INPUT_PREFIX", ""),
                environment.number("MAX_INPUT_BYTES", DEFAULT_MAX_BYTES, MOST_BYTES));
    }

    private static Optional<String> line(String text) {
        return text.matches("\\P{Cntrl}+") ? Optional.of(text) : Optional.empty();
    }

    private static boolean isTaken(String name) {
        return name.matches("image(_[0-9]+)?|mask|variation");
    }

    private Optional<Duration> editTimeout() {
        long seconds = environment.number("EDIT_TIMEOUT", 0, LONGEST_LAMBDA_SECONDS);
        return seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    }

    private Set<String> resultHosts() {
        Set<String> hosts = environment.list("RESULT_HOSTS");
        hosts.stream()
                .filter(host -> !host.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+]"))
                .forEach(host -> environment.fault(
                        "RESULT_HOSTS", "must list host names, without https: and without a port, but has " + host));
        return hosts;
    }

    private UnknownOutcome unknownOutcome() {
        return environment
                .parsed("UNKNOWN_OUTCOME", "must be retry-once or stop", value -> switch (value) {
                    case "retry-once" -> Optional.of(UnknownOutcome.RETRY_ONCE);
                    case "stop" -> Optional.of(UnknownOutcome.STOP);
                    default -> Optional.empty();
                })
                .orElse(UnknownOutcome.RETRY_ONCE);
    }

    private boolean sideFiles() {
        return environment
                .parsed("SIDE_FILES", "must be true or false", value -> switch (value) {
                    case "true" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> Optional.empty();
                })
                .orElse(true);
    }

    private AwsSettings aws() {
        Optional<URI> all = awsEndpoint("AWS_ENDPOINT_URL");
        String region =
                environment.text("AWS_REGION").orElseGet(() -> environment.text("AWS_DEFAULT_REGION", "us-east-1"));
        return new AwsSettings(
                region,
                awsEndpoint("AWS_ENDPOINT_URL_S3").or(() -> all).or(() -> s3InsteadOfBlank(region)),
                awsEndpoint("AWS_ENDPOINT_URL_SSM").or(() -> all),
                awsEndpoint("AWS_ENDPOINT_URL_SQS").or(() -> all),
                environment.text("AWS_CONTAINER_CREDENTIALS_FULL_URI").isPresent()
                        || environment
                                .text("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
                                .isPresent(),
                environment.text("AWS_ACCESS_KEY_ID").isPresent());
    }

    /**
     * What is set and blank, as under {@code sam local invoke}, the SDK takes for a URL unless it is given one. Elsewhere it is
     * given none: it may be told to use FIPS or dual-stack endpoints.
     */
    private Optional<URI> s3InsteadOfBlank(String region) {
        return environment.isBlank("AWS_ENDPOINT_URL") || environment.isBlank("AWS_ENDPOINT_URL_S3")
                ? Optional.of(S3Clients.own(Region.of(region)))
                : Optional.empty();
    }

    private Optional<URI> awsEndpoint(String name) {
        return environment.parsed(name, "must be a URL such as http://127.0.0.1:4566", SettingsReader::baseUrl);
    }
}
