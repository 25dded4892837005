package org.postkontor.it.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import javax.net.ssl.SSLContext;

import org.postkontor.testkit.Canary;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The administrator of a Keycloak: its Admin REST API. Thread-safe. */
final class KeycloakAdmin {
	private static final Duration LIMIT = Duration.ofSeconds(60);
	private static final String NAME = "admin";

	private final String url;
	private final HttpClient http;
	private final String password = Canary.create("keycloak-admin").value();

	KeycloakAdmin(String url, SSLContext trust) {
		this.url = url;
		this.http = HttpClient.newBuilder().sslContext(trust).connectTimeout(LIMIT).build();
	}

	/** Makes a Keycloak that starts with an empty database know this administrator. */
	void introduce(Map<String, String> environment) {
		environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", NAME);
		environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", password);
	}

	/** Whether requests are answered yet. */
	boolean answers() {
		try {
			HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/realms/master")).timeout(Duration.ofSeconds(5)).build();
			return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		} catch (IOException e) {
			return false;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** @param path below {@code /admin/realms} */
	JsonElement get(String path) throws IOException, InterruptedException {
		return JsonParser.parseString(send(path, "GET", "").body());
	}

	void post(String path, JsonElement body) throws IOException, InterruptedException {
		send(path, "POST", body.toString());
	}

	void put(String path, JsonElement body) throws IOException, InterruptedException {
		send(path, "PUT", body.toString());
	}

	void delete(String path) throws IOException, InterruptedException {
		send(path, "DELETE", "");
	}

	private HttpResponse<String> send(String path, String method, String body) throws IOException, InterruptedException {
		HttpResponse<String> response = http.send(HttpRequest.newBuilder(URI.create(url + "/admin/realms" + path)).timeout(LIMIT)
				.header("Authorization", "Bearer " + token()).header("Content-Type", "application/json")
				.method(method, HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
		if (response.statusCode() / 100 != 2) {
			throw new IOException(method + " " + path + ": " + response.statusCode() + " " + response.body());
		}
		return response;
	}

	/** A new one for each request: it lives for a minute only. */
	private String token() throws IOException, InterruptedException {
		return form("/realms/master/protocol/openid-connect/token", Map.of("grant_type", "password", "client_id", "admin-cli", "username", NAME, "password", password))
				.get("access_token").getAsString();
	}

	/** Posts a form to an endpoint of OAuth. @return the answer, whatever its status */
	JsonObject form(String path, Map<String, String> values) throws IOException, InterruptedException {
		String form = values.entrySet().stream().map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
				.collect(Collectors.joining("&"));
		HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).timeout(LIMIT).header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString(form)).build();
		return JsonParser.parseString(http.send(request, HttpResponse.BodyHandlers.ofString()).body()).getAsJsonObject();
	}
}
