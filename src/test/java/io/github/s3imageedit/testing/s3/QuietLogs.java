package io.github.s3imageedit.testing.s3;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps Spring, Tomcat and Testcontainers from telling about each start. */
final class QuietLogs {
    // Held, for java.util.logging forgets levels of loggers that nobody holds.
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private QuietLogs() {}

    static void begin() {
        TOMCAT.setLevel(Level.SEVERE);
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("s3-image-edit.log.org.springframework", "error");
        System.setProperty("s3-image-edit.log.com.adobe.testing", "error");
        System.setProperty("s3-image-edit.log.org.apache.catalina", "error");
        System.setProperty("s3-image-edit.log.org.testcontainers", "error");
        // That no Docker engine answers is said once, by us.
        System.setProperty("s3-image-edit.log.org.testcontainers.dockerclient", "off");
        System.setProperty("s3-image-edit.log.tc", "warn");
    }
}
