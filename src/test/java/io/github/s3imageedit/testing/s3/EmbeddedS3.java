package io.github.s3imageedit.testing.s3;

import com.adobe.testing.s3mock.S3MockApplication;
import com.adobe.testing.s3mock.s3.service.BucketService;
import com.adobe.testing.s3mock.s3.service.ObjectService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.ProtocolHandler;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;

/**
 * S3 in this JVM: Adobe's S3Mock behind {@link S3Front}, on a port of the loopback address, with path-style addresses
 * and nothing kept after {@link #close()}.
 */
public final class EmbeddedS3 implements AutoCloseable {
    public static final String REGION = "us-east-1";

    private static final String FRONT = "s3Front";

    private final FaultPlan faults = new FaultPlan();
    private final RequestHooks hooks = new RequestHooks();
    private final EventFeed events = new EventFeed();
    private final Path root;
    private final ConfigurableApplicationContext server;
    private final S3Front front;
    private final int port;

    private EmbeddedS3(Path root, int port) {
        this.root = root;
        QuietLogs.begin();
        this.server = new SpringApplicationBuilder(S3MockApplication.class)
                .properties(properties(root, port))
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(starting -> register((GenericApplicationContext) starting))
                .run();
        this.front = (S3Front) Objects.requireNonNull(
                server.getBean(FRONT, FilterRegistrationBean.class).getFilter());
        this.port = portOf(
                (TomcatWebServer) Objects.requireNonNull(((ServletWebServerApplicationContext) server).getWebServer()));
    }

    /** On a free port. */
    public static EmbeddedS3 start() {
        return start(0);
    }

    public static EmbeddedS3 start(int port) {
        try {
            return new EmbeddedS3(Files.createTempDirectory("embedded-s3-"), port);
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    private static Map<String, Object> properties(Path root, int port) {
        return Map.of(
                "server.port",
                port,
                "server.address",
                "127.0.0.1",
                "server.max-http-request-header-size",
                "64KB",
                "server.tomcat.threads.max",
                100,
                "http.port",
                0,
                "com.adobe.testing.s3mock.max-payload-size",
                "1GB",
                "com.adobe.testing.s3mock.store.region",
                REGION,
                "com.adobe.testing.s3mock.store.root",
                root.toString());
    }

    private void register(GenericApplicationContext starting) {
        starting.registerBean(WebServerFactoryCustomizer.class, () ->
                (WebServerFactoryCustomizer<TomcatServletWebServerFactory>) EmbeddedS3::customize);
        starting.registerBean(FRONT, FilterRegistrationBean.class, () -> {
            StoredObjects stored = new StoredObjects(
                    () -> starting.getBean(BucketService.class), () -> starting.getBean(ObjectService.class));
            FilterRegistrationBean<S3Front> registration =
                    new FilterRegistrationBean<>(new S3Front(stored, events, faults, hooks));
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        });
    }

    // Before the port opens: a client that connects at once must not meet Tomcat alone.
    private static void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> connector.addLifecycleListener(event -> {
            if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) {
                ProtocolHandler protocol = connector.getProtocolHandler();
                protocol.setAdapter(new RawPathAdapter(protocol.getAdapter()));
            }
        }));
    }

    private static int portOf(TomcatWebServer web) {
        Connector used = web.getTomcat().getConnector();
        for (Connector connector : web.getTomcat().getService().findConnectors()) {
            if (!connector.equals(used)) {
                // S3Mock always opens a second port, on every address.
                web.getTomcat().getService().removeConnector(connector);
            }
        }
        return used.getLocalPort();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Hands over the events of all buckets, as JSON, in order, on a thread of their own. */
    public EventSubscription onEvent(Consumer<String> listener) {
        return events.add(bucket -> true, listener);
    }

    /** Hands over the events of one bucket, after an {@code s3:TestEvent}. */
    public EventSubscription onEvent(String bucket, Consumer<String> listener) {
        return events.addWithTest(bucket, listener);
    }

    public FaultPlan faults() {
        return faults;
    }

    /** Calls the hook at that moment of every request that matches, until it is taken away. */
    public EventSubscription onRequest(Predicate<S3Call> which, Moment moment, RequestHook hook) {
        return hooks.add(which, moment, hook);
    }

    /** Every request so far, refused ones too, in the order of their coming. */
    public List<S3Call> requests() {
        return List.copyOf(front.calls());
    }

    public void forgetRequests() {
        front.calls().clear();
    }

    @Override
    public void close() {
        server.close();
        events.close();
        Folders.delete(root);
    }
}
