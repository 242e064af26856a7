package io.github.s3imageedit.stack;

/** What LocalStack 4.14 cannot do of the template, and the test that stands in for it. */
enum Lack {
    RULES_AND_PATTERNS(
            "passes over Rules, AllowedPattern, AllowedValues, MinValue and MaxValue", ".ci/template/test_rules.py"),
    STACK_UPDATES(
            "takes updates of buckets and rules for done without doing them, and ends those of versions in a rollback",
            "src/test/java/io/github/s3imageedit/stack/ModeChangeIT.java"),
    VERSIONS_OF_CHANGED_PARAMETERS(
            "publishes no version on an update, so that no change reaches the alias", ".ci/template/test_release.py"),
    ALIAS_REFERENCES(
            "refuses the !Ref of an alias, so the template names function and alias",
            "src/test/java/io/github/s3imageedit/stack/StackIT.java"),
    FAILURE_DESTINATIONS(
            "passes over the asynchronous settings of an alias, so the test gives them to the version",
            "src/test/java/io/github/s3imageedit/stack/DeadLetterIT.java"),
    MAXIMUM_CONCURRENCY(
            "keeps a mapping's maximum concurrency and works off one batch after the other",
            "src/test/java/io/github/s3imageedit/ConcurrentInvocationsIT.java"),
    ALARMS_ON_EXPRESSIONS(
            "evaluates no alarm on an expression, nor on the metrics in log lines",
            "src/test/java/io/github/s3imageedit/app/log/WatchedMetricsTest.java"),
    DASHBOARDS("has none, and says it made one", "src/test/java/io/github/s3imageedit/app/log/WatchedMetricsTest.java"),
    SNAP_START("passes over it", ".ci/template/test_lint.py"),
    PERMISSIONS("lets every call pass, whatever the role", ".ci/template/test_access.py"),
    LOG_GROUPS(
            "writes to /aws/lambda/NAME whatever the group and the format",
            "src/test/java/io/github/s3imageedit/EditLineIT.java");

    private final String does;
    private final String substitute;

    Lack(String does, String substitute) {
        this.does = does;
        this.substitute = substitute;
    }

    String substitute() {
        return substitute;
    }

    @Override
    public String toString() {
        return "LocalStack " + does + ": " + substitute;
    }
}
