package io.github.s3imageedit.testing.s3;

/** What every S3 of the tests does as AWS's S3 does; differences are named by overriding, never left out. */
abstract class S3BackendContract
        implements TagContract, KeyContract, ConditionContract, ObjectContract, EventContract, TimeContract {}
