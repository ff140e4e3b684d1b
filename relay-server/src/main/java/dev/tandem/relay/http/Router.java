package dev.tandem.relay.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.protocol.api.Problem;
import dev.tandem.protocol.api.ProblemCode;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.relay.access.TooBusy;
import dev.tandem.relay.log.LogContext;
import dev.tandem.relay.room.NoSuchSession;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the call for a request and writes its answer; everything that goes wrong becomes a problem
/// document. Any thread.
final class Router extends HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private static final long BUSY_MS = 1_000;

    private final List<Route> routes;
    private final HttpSettings settings;

    Router(List<Route> routes, HttpSettings settings) {
        this.settings = settings;
        this.routes = List.copyOf(routes);
    }

    @Override
    public void service(Request request, Response response) throws IOException {
        try (LogContext _ = LogContext.open()) {
            write(answer(request), response);
        }
    }

    private static void write(Answer answer, Response response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Cache-Control", "no-store");
        answer.headers().forEach(response::setHeader);
        switch (answer.content()) {
            case Answer.Whole(String text) when text.isEmpty() -> {}
            case Answer.Whole(String text) -> {
                byte[] body = text.getBytes(UTF_8);
                response.setContentType(answer.contentType());
                response.setContentLength(body.length);
                response.getOutputStream().write(body);
            }
            case Answer.Streamed streamed -> {
                response.setContentType(answer.contentType());
                try (OutputStream out = response.getOutputStream()) {
                    streamed.writeTo(out);
                }
            }
        }
    }

    private Answer answer(Request request) {
        try {
            return call(request);
        } catch (HttpProblem e) {
            return refusal(e.problem());
        } catch (BadMessage e) {
            return refusal(Problem.of(e.refusal()));
        } catch (TooBusy _) {
            return refusal(HttpProblem.tooMany(BUSY_MS).problem());
        } catch (NoSuchSession _) {
            return refusal(HttpProblem.notFound().problem());
        } catch (CompletionException e) {
            return e.getCause() instanceof NoSuchSession
                    ? refusal(HttpProblem.notFound().problem())
                    : failure(e);
        } catch (RuntimeException e) {
            return failure(e);
        }
    }

    private static Answer refusal(Problem problem) {
        LOG.debug("Refused: {}", problem.code().word());
        return Answer.problem(problem);
    }

    private static Answer failure(RuntimeException e) {
        LOG.error("A request failed", e);
        return Answer.problem(
                new Problem(
                        ProblemCode.INTERNAL,
                        "Something went wrong in the relay; its log says more. Try again in a"
                                + " moment."));
    }

    private Answer call(Request request) throws BadMessage {
        List<String> path = Route.segments(request.getRequestURI());
        boolean known = false;
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.match(path);
            known |= variables.isPresent();
            if (variables.isPresent()
                    && route.method().equals(request.getMethod().getMethodString())) {
                LOG.debug("{} {}", route.method(), route.path());
                return route.call()
                        .answer(
                                new ApiRequest(
                                        request,
                                        variables.get(),
                                        settings.body(),
                                        settings.proxies()));
            }
        }
        throw known
                ? new HttpProblem(
                        ProblemCode.METHOD_NOT_ALLOWED, "This cannot be done to what is here.")
                : HttpProblem.notFound();
    }
}
