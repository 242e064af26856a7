package io.github.s3imageedit.trigger;

/** Events as S3 writes them. */
final class Events {
    /** From the S3 user guide, "Event message structure", with its placeholders filled in. */
    static final String PUT = """
        {
           "Records":[
              {
                 "eventVersion":"2.1",
                 "eventSource":"aws:s3",
                 "awsRegion":"us-west-2",
                 "eventTime":"1970-01-01T00:00:00.000Z",
                 "eventName":"ObjectCreated:Put",
                 "userIdentity":{
                    "principalId":"AIDAJDPLRKLG7UEXAMPLE"
                 },
                 "requestParameters":{
                    "sourceIPAddress":"172.16.0.1"
                 },
                 "responseElements":{
                    "x-amz-request-id":"C3D13FE58DE4C810",
                    "x-amz-id-2":"FMyUVURIY8/IgAtTv8xRjskZQpcIZ9KG4V5Wp6S7S/JRWeUWerMUE5JgHvANOjpD"
                 },
                 "s3":{
                    "s3SchemaVersion":"1.0",
                    "configurationId":"testConfigRule",
                    "bucket":{
                       "name":"amzn-s3-demo-bucket",
                       "ownerIdentity":{
                          "principalId":"A3NL1KOZZKExample"
                       },
                       "arn":"arn:aws:s3:::amzn-s3-demo-bucket"
                    },
                    "object":{
                       "key":"Happy+Face.jpg",
                       "size":1024,
                       "eTag":"d41d8cd98f00b204e9800998ecf8427e",
                       "versionId":"096fKKXTRTtl3on89fVO.nfljtsv6qko",
                       "sequencer":"0055AED6DCD90281E5"
                    }
                 },
                 "glacierEventData": {
                    "restoreEventData": {
                       "lifecycleRestorationExpiryTime": "1970-01-01T00:00:00.000Z",
                       "lifecycleRestoreStorageClass": "Source storage class for restore"
                    }
                 }
              }
           ]
        }
        """;

    /** What S3 sends when a notification is set up. */
    static final String TEST = """
        {
           "Service":"Amazon S3",
           "Event":"s3:TestEvent",
           "Time":"2014-10-13T15:57:02.089Z",
           "Bucket":"amzn-s3-demo-bucket",
           "RequestId":"5582815E1AEA5ADF",
           "HostId":"8cLeGAmw098X5cv4Zkwcmo8vvZa3eH3eKxsPzbB9wrR+YstdA6Knx4Ip8EXAMPLE"
        }
        """;

    private Events() {}

    /** An event of one record about the bucket {@code inbox}. */
    static String record(String eventName, String object) {
        return "{\"Records\":[" + recordOnly(eventName, object) + "]}";
    }

    static String recordOnly(String eventName, String object) {
        return "{\"eventVersion\":\"2.3\",\"eventSource\":\"aws:s3\",\"eventName\":\"" + eventName + "\",\"s3\":{"
                + "\"s3SchemaVersion\":\"1.0\","
                + "\"bucket\":{\"name\":\"inbox\",\"arn\":\"arn:aws:s3:::inbox\"},"
                + "\"object\":" + object + "}}";
    }
}
