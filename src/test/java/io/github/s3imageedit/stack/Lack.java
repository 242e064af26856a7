package io.github.s3imageedit.stack;

import java.util.List;

/** What LocalStack 4.14 cannot do of the template, and the tests that stand in for it, each with a word that it needs. */
enum Lack {
    RULES_AND_PATTERNS(
            "passes over Rules, AllowedPattern, AllowedValues, MinValue and MaxValue",
            template("test_rules.py", "AllowedPattern")),
    STACK_UPDATES(
            "takes updates of buckets and rules for done without doing them, and ends those of versions in a rollback",
            java("stack/ModeChangeIT", "EnableRule")),
    VERSIONS_OF_CHANGED_PARAMETERS(
            "publishes no version on an update, so that no change reaches the alias",
            template("test_release.py", "AWS::Lambda::Version")),
    ALIAS_REFERENCES(
            "refuses the !Ref of an alias, so the template names function and alias", java("stack/StackIT", "Direct")),
    CLOSED_RULES("delivers by a rule that is disabled", template("test_modes.py", "DISABLED")),
    FAILURE_DESTINATIONS(
            "passes over the asynchronous settings of an alias, so the test gives them to the version",
            java("stack/DeadLetterIT", "OnFailure"),
            template("test_settings.py", "EventInvokeConfig/DestinationConfig")),
    MAXIMUM_CONCURRENCY(
            "keeps a mapping's maximum concurrency and works off one batch after the other",
            java("ConcurrentInvocationsIT", "deliverAtOnce"),
            template("test_settings.py", "ScalingConfig/MaximumConcurrency")),
    ALARMS_ON_EXPRESSIONS(
            "evaluates no alarm on an expression, nor on the metrics in log lines",
            java("app/log/WatchedMetricsTest", "IN_ALARM"),
            template("test_settings.py", "Metrics/0/Expression")),
    DASHBOARDS(
            "has none, and says it made one",
            java("app/log/WatchedMetricsTest", "IN_DASHBOARD"),
            template("test_settings.py", "DashboardBody")),
    SNAP_START("passes over it", template("test_settings.py", "SnapStart/ApplyOn")),
    PERMISSIONS("lets every call pass, whatever the role", template("test_access.py", "EditRole")),
    LOG_GROUPS(
            "writes to /aws/lambda/NAME whatever the group and the format",
            template("test_settings.py", "LoggingConfig/LogGroup"));

    private final String does;

    @SuppressWarnings("ImmutableEnumChecker") // List.of() makes none that changes.
    private final List<Substitute> substitutes;

    Lack(String does, Substitute... substitutes) {
        this.does = does;
        this.substitutes = List.of(substitutes);
    }

    List<Substitute> substitutes() {
        return substitutes;
    }

    @Override
    public String toString() {
        return "LocalStack " + does + ": " + substitutes;
    }

    private static Substitute template(String file, String word) {
        return new Substitute(".ci/template/" + file, word);
    }

    private static Substitute java(String test, String word) {
        return new Substitute("src/test/java/io/github/s3imageedit/" + test + ".java", word);
    }

    /** A test, and a word that goes from it when it no longer looks. */
    record Substitute(String file, String word) {
        @Override
        public String toString() {
            return file;
        }
    }
}
