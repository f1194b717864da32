package org.kolsuite.bench.tool;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.kolsuite.localstack.LocalProcess;

/** nginx as people would put it in front of one service: kept connections on both sides, no sign-in, no limits, no access log. */
public final class Nginx implements AutoCloseable {
    private final LocalProcess process;
    private final int port;

    private Nginx(LocalProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param folder for its settings and what it writes */
    public static Nginx inFrontOf(URI service, Path program, Path folder, int port) throws IOException {
        Path settings = folder.resolve("nginx.conf");
        // As root the workers become nobody, who may not enter our folders.
        String user = "root".equals(System.getProperty("user.name")) ? "user root;" : "";
        Files.writeString(settings, """
                %s
                worker_processes auto;
                daemon off;
                pid %s/nginx.pid;
                error_log %s/error.log warn;
                events { worker_connections 1024; }
                http {
                  access_log off;
                  client_body_temp_path %s/body;
                  proxy_temp_path %s/proxy;
                  fastcgi_temp_path %s/fastcgi;
                  uwsgi_temp_path %s/uwsgi;
                  scgi_temp_path %s/scgi;
                  keepalive_requests 1000000;
                  large_client_header_buffers 4 32k;
                  upstream service { server %s; keepalive 128; keepalive_requests 1000000; }
                  server {
                    listen 127.0.0.1:%d;
                    location / {
                      proxy_pass http://service;
                      proxy_http_version 1.1;
                      proxy_set_header Connection "";
                      proxy_set_header Host $host:$server_port;
                      proxy_set_header X-Forwarded-For $remote_addr;
                      proxy_set_header X-Forwarded-Proto $scheme;
                    }
                  }
                }
                """.formatted(
                        user, folder, folder, folder, folder, folder, folder, folder, service.getAuthority(), port));
        LocalProcess process = LocalProcess.start(
                "nginx",
                folder.resolve("nginx.log"),
                Map.of(),
                List.of(program.toString(), "-p", folder.toString(), "-c", settings.toString()));
        process.awaitHealthy(URI.create("http://127.0.0.1:" + port + "/q/health/live"), Duration.ofSeconds(20));
        return new Nginx(process, port);
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.close();
    }
}
