package dev.tandem.relay.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// Changes some options of a [RelayConfig] and leaves the others as they are. For one thread.
public final class RelayConfigBuilder {
    private String host;
    private int port;
    private Path data;
    private Duration interviewerGrace;
    private boolean openHost;
    private boolean openHostAnywhere;
    private Set<String> allowedOrigins;
    private int roomSize;
    private Duration waitingExpiry;
    private Duration heartbeat;
    private Duration silence;
    private Duration joinTimeout;
    private Duration inviteExpiry;
    private Duration loginExpiry;

    RelayConfigBuilder(RelayConfig config) {
        host = config.host();
        port = config.port();
        data = config.data();
        interviewerGrace = config.interviewerGrace();
        openHost = config.openHost();
        openHostAnywhere = config.openHostAnywhere();
        allowedOrigins = config.allowedOrigins();
        roomSize = config.roomSize();
        waitingExpiry = config.waitingExpiry();
        heartbeat = config.heartbeat();
        silence = config.silence();
        joinTimeout = config.joinTimeout();
        inviteExpiry = config.inviteExpiry();
        loginExpiry = config.loginExpiry();
    }

    public RelayConfigBuilder host(String host) {
        this.host = host;
        return this;
    }

    public RelayConfigBuilder port(int port) {
        this.port = port;
        return this;
    }

    public RelayConfigBuilder data(Path data) {
        this.data = data;
        return this;
    }

    public RelayConfigBuilder interviewerGrace(Duration interviewerGrace) {
        this.interviewerGrace = interviewerGrace;
        return this;
    }

    public RelayConfigBuilder openHost(boolean openHost) {
        this.openHost = openHost;
        return this;
    }

    public RelayConfigBuilder openHostAnywhere(boolean openHostAnywhere) {
        this.openHostAnywhere = openHostAnywhere;
        return this;
    }

    public RelayConfigBuilder allowedOrigins(Set<String> allowedOrigins) {
        this.allowedOrigins = allowedOrigins;
        return this;
    }

    public RelayConfigBuilder roomSize(int roomSize) {
        this.roomSize = roomSize;
        return this;
    }

    public RelayConfigBuilder waitingExpiry(Duration waitingExpiry) {
        this.waitingExpiry = waitingExpiry;
        return this;
    }

    public RelayConfigBuilder heartbeat(Duration heartbeat) {
        this.heartbeat = heartbeat;
        return this;
    }

    public RelayConfigBuilder silence(Duration silence) {
        this.silence = silence;
        return this;
    }

    public RelayConfigBuilder joinTimeout(Duration joinTimeout) {
        this.joinTimeout = joinTimeout;
        return this;
    }

    public RelayConfigBuilder inviteExpiry(Duration inviteExpiry) {
        this.inviteExpiry = inviteExpiry;
        return this;
    }

    public RelayConfigBuilder loginExpiry(Duration loginExpiry) {
        this.loginExpiry = loginExpiry;
        return this;
    }

    /// The options as they are now.
    ///
    /// @throws ConfigProblem for the first option that does not work
    public RelayConfig build() {
        return new RelayConfig(
                host,
                port,
                data,
                interviewerGrace,
                openHost,
                openHostAnywhere,
                allowedOrigins,
                roomSize,
                waitingExpiry,
                heartbeat,
                silence,
                joinTimeout,
                inviteExpiry,
                loginExpiry);
    }
}
