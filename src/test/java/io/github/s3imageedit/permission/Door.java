package io.github.s3imageedit.permission;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.WrappedEvents;
import io.github.s3imageedit.testing.lambda.LocalContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function, told of uploads in its own way. S3 knows it by its name, for access keys go by a system property here.
 *
 * @param name in the template
 */
record Door(String name, RequestStreamHandler handler, Deployment deployment) {
    static final String EDIT = "EditFunction";
    static final String BATCH = "BatchFunction";

    private static final Pattern VERSION = Pattern.compile("\"versionId\"\\s*:\\s*\"([^\"]+)\"");

    /** The event of the inbox's next notification, as it comes to this door. */
    String event(String key) {
        String notification = deployment.nextEvent();
        if (name.equals(EDIT)) {
            return notification;
        }
        String spelt = URLEncoder.encode(key, UTF_8).replace("+", "%20").replace("%2F", "/");
        String job = WrappedEvents.batch(deployment.inbox(), spelt, Map.of());
        Matcher version = VERSION.matcher(notification);
        return version.find()
                ? job.replace("\"taskId\"", "\"s3VersionId\":\"" + version.group(1) + "\",\"taskId\"")
                : job;
    }

    String deliver(String event) throws IOException {
        return deliver(event, Duration.ofMinutes(2));
    }

    String deliver(String event, Duration timeLeft) throws IOException {
        System.setProperty("aws.accessKeyId", name);
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), reply, LocalContext.with(timeLeft));
        return reply.toString(UTF_8);
    }
}
