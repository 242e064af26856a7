package io.github.s3imageedit.edit;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.io.SocketConfig;

/** HttpClient with everything off that repeats, follows, remembers or unpacks by itself. */
public final class HttpClients {
    private static final int CONNECT_SECONDS = 10;
    /** A NAT drops connections after 350 s of silence, and some edits take longer. */
    private static final int KEEP_ALIVE_SECONDS = 60;

    private static final int MAX_CONNECTIONS = 128;
    /** So often a body's sender looks whether it has been refused already. */
    private static final long CHECK_BYTES = 1 << 20;

    private HttpClients() {}

    /** For the paid call: each on a connection of its own, for a stale one would leave its outcome unknown. */
    public static CloseableHttpClient forCalls(String userAgent) {
        return builder(SystemDefaultDnsResolver.INSTANCE, userAgent)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .build();
    }

    /** For results: connects only to what the resolver gives. */
    static CloseableHttpClient forResults(DnsResolver resolver, String userAgent) {
        return builder(resolver, userAgent).build();
    }

    private static HttpClientBuilder builder(DnsResolver resolver, String userAgent) {
        return HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .responseOutOfOrderStrategy(
                                        new MonitoringResponseOutOfOrderStrategy(CHECK_BYTES, Long.MAX_VALUE))
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                                .build())
                        .setDefaultSocketConfig(SocketConfig.custom()
                                .setSoKeepAlive(true)
                                .setTcpKeepIdle(KEEP_ALIVE_SECONDS)
                                .setTcpKeepInterval(KEEP_ALIVE_SECONDS)
                                .build())
                        .setDnsResolver(resolver)
                        .setMaxConnPerRoute(MAX_CONNECTIONS)
                        .setMaxConnTotal(MAX_CONNECTIONS)
                        .build())
                .setUserAgent(userAgent)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression();
    }
}
