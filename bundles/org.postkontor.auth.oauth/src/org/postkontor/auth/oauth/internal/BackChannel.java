package org.postkontor.auth.oauth.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.net.HttpCall;
import org.postkontor.net.HttpReply;
import org.postkontor.net.HttpService;
import org.postkontor.net.Trust;
import org.postkontor.problem.ProblemException;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;

/** Sends the requests that the SDK makes through {@link HttpService}; the SDK itself never opens a connection. */
final class BackChannel {
	private static final Duration TIMEOUT = Duration.ofSeconds(20);
	private static final int MAX_BYTES = 1 << 18;

	private final HttpService http;
	private final Trust trust;
	private final @Nullable IProgressMonitor monitor;

	BackChannel(HttpService http, Trust trust, @Nullable IProgressMonitor monitor) {
		this.http = http;
		this.trust = trust;
		this.monitor = monitor;
	}

	HTTPResponse send(HTTPRequest request) throws ProblemException {
		try {
			return request.send(new Sender());
		} catch (Tunnel e) {
			throw e.problem;
		} catch (IOException e) {
			throw new IllegalStateException("only the sender throws", e);
		}
	}

	/** Carries a problem through the SDK's signature. */
	private static final class Tunnel extends IOException {
		private static final long serialVersionUID = 1L;
		private final transient ProblemException problem;

		Tunnel(ProblemException problem) {
			this.problem = problem;
		}
	}

	private final class Sender implements HTTPRequestSender {
		@Override
		public ReadOnlyHTTPResponse send(@Nullable ReadOnlyHTTPRequest request) throws IOException {
			if (request == null) {
				throw new IllegalArgumentException("request");
			}
			Map<String, String> headers = new LinkedHashMap<>();
			request.getHeaderMap().forEach((name, values) -> headers.put(name, String.join(", ", values)));
			headers.put("Accept", "application/json");
			String body = request.getBody();
			try {
				return response(http.send(new HttpCall(request.getMethod().name(), request.getURI(), headers,
						body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8), TIMEOUT, MAX_BYTES, HttpCall.Redirects.NONE, trust), monitor));
			} catch (ProblemException e) {
				throw new Tunnel(e);
			}
		}

		private HTTPResponse response(HttpReply reply) {
			HTTPResponse response = new HTTPResponse(reply.status());
			response.setBody(reply.text());
			try {
				response.setContentType(reply.header("content-type").orElse("text/plain"));
			} catch (ParseException e) {
				response.setHeader("Content-Type", "text/plain"); // treated like any other answer that is no JSON
			}
			return response;
		}
	}
}
