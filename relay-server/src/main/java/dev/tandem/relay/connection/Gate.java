package dev.tandem.relay.connection;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpEvents.IncomingHttpUpgradeEvent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.tyrus.container.grizzly.server.GrizzlyServerFilter;
import org.jspecify.annotations.Nullable;

/// Stands in front of Tyrus and decides about every handshake. Tyrus itself would open an endpoint
/// to some statuses that refuse (401 and 503 among them), and a client that ignores them would be
/// inside; here a refused handshake gets its real status, and the connection is closed. Whoever is
/// let in is watched: see [Line].
final class Gate extends BaseFilter implements AddOn {
    /// Names the line to the endpoint; an id is random and good once.
    static final String LINE_HEADER = "x-tandem-line";

    private static final int TOO_MANY = 429;
    private static final String WEBSOCKET = "websocket";

    private final Attribute<Line> line =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(Gate.class.getName() + ".line");
    private final Map<String, Line> admitted = new ConcurrentHashMap<>();
    private final ToIntFunction<HttpRequestPacket> verdict;
    private final ConnectionSettings settings;
    private final AddressCount addresses;

    /// @param verdict 0 lets a handshake go on, anything else is the HTTP status that refuses it
    Gate(ToIntFunction<HttpRequestPacket> verdict, ConnectionSettings settings) {
        this.verdict = verdict;
        this.settings = settings;
        this.addresses = new AddressCount(settings.perAddress());
    }

    /// The line that was let in under `id`; null if there is none, or it was taken before.
    @Nullable Line take(String id) {
        Line taken = admitted.remove(id);
        if (taken != null) {
            taken.opened();
        }
        return taken;
    }

    @Override
    public void setup(NetworkListener listener, FilterChainBuilder chain) {
        chain.add(chain.indexOfType(GrizzlyServerFilter.class), this);
    }

    /// Any other upgrade, such as the offer of Java's client to speak HTTP/2, is a plain request.
    /// Grizzly would take everything that follows for its body.
    @Override
    public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
        if (event instanceof IncomingHttpUpgradeEvent upgrade
                && !isWebSocket(upgrade.getHttpHeader())) {
            upgrade.getHttpHeader().setIgnoreContentModifiers(false);
            upgrade.getHttpHeader().getUpgradeDC().recycle();
        }
        return context.getInvokeAction();
    }

    private static boolean isWebSocket(HttpHeader header) {
        return WEBSOCKET.equalsIgnoreCase(header.getUpgrade());
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        HttpContent content = context.getMessage();
        Connection<?> connection = context.getConnection();
        Line known = line.get(connection);
        if (known != null) {
            return watch(context, known, content);
        }
        return content.getHttpHeader() instanceof HttpRequestPacket request && isWebSocket(request)
                ? handshake(context, request)
                : context.getInvokeAction();
    }

    private static NextAction watch(FilterChainContext context, Line line, HttpContent content) {
        if (!line.isOpen()) {
            context.getConnection().closeSilently();
            return context.getStopAction();
        }
        return line.lets(content.getContent())
                ? context.getInvokeAction()
                : context.getStopAction();
    }

    private NextAction handshake(FilterChainContext context, HttpRequestPacket request) {
        int status = verdict.applyAsInt(request);
        String address =
                settings.proxies()
                        .clientOf(request.getRemoteAddress(), request.getHeader("X-Forwarded-For"));
        if (status == 0 && !addresses.enter(address)) {
            status = TOO_MANY;
        }
        if (status != 0) {
            refuse(context, request, status);
            return context.getStopAction();
        }
        admit(context.getConnection(), address, request);
        return context.getInvokeAction();
    }

    private static void refuse(FilterChainContext context, HttpRequestPacket request, int status) {
        HttpResponsePacket response = request.getResponse();
        response.setProtocol(Protocol.HTTP_1_1);
        response.setStatus(status);
        response.setHeader("Connection", "close");
        response.setContentLength(0);
        context.write(HttpContent.builder(response).last(true).build());
        context.getConnection().closeSilently();
    }

    private void admit(Connection<?> connection, String address, HttpRequestPacket request) {
        Line opened = new Line(connection, address, settings.messageBytes());
        String id = UUID.randomUUID().toString();
        line.set(connection, opened);
        admitted.put(id, opened);
        request.setHeader(LINE_HEADER, id);
    }

    /// Whoever goes before an endpoint took their line leaves none behind.
    @Override
    public NextAction handleClose(FilterChainContext context) {
        Line closed = line.get(context.getConnection());
        if (closed != null) {
            addresses.leave(closed.address());
            admitted.values().remove(closed);
        }
        return context.getInvokeAction();
    }
}
