package org.postkontor.it.keycloak;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.postkontor.demo.DemoFiles;
import org.postkontor.it.Product;
import org.postkontor.testkit.idp.BrowserResult;
import org.postkontor.testkit.idp.ScriptedBrowser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** Anna's desk: the product with a home of its own, in an office whose people sign in at a {@link Realm}. */
final class Desk {
	private final Path folder;
	private final Product product;
	private BrowserResult lastPage = new BrowserResult(0, "", URI.create("about:blank"));

	/** @param folder made if absent */
	Desk(Path folder, Keycloak keycloak) throws IOException {
		this(folder, keycloak, "branding.json", new JsonObject());
	}

	/** @param secret of the application at the issuer, in the branding file */
	static Desk withSecret(Path folder, Keycloak keycloak, String issuer, String client, String secret) throws IOException {
		JsonObject each = new JsonObject();
		each.addProperty("issuer", issuer);
		each.addProperty("clientId", client);
		each.addProperty("clientSecret", secret);
		JsonArray clients = new JsonArray();
		clients.add(each);
		JsonObject branding = new JsonObject();
		branding.add("clients", clients);
		return new Desk(folder, keycloak, "password-of-the-application.json", branding); // the search for secrets knows such names
	}

	private Desk(Path folder, Keycloak keycloak, String file, JsonObject branding) throws IOException {
		this.folder = Files.createDirectories(folder);
		keycloak.authority().writeCaPem(folder.resolve(DemoFiles.CA));
		product = new Product(folder.resolve("product"), Files.writeString(folder.resolve(file), branding.toString()));
	}

	Product.Answer run(String... command) throws IOException, InterruptedException {
		return product.run(command);
	}

	Product product() {
		return product;
	}

	/** What the product stored. */
	Path home() {
		return folder.resolve("product/home");
	}

	/** Adds Anna's account. @param servers options of {@code account add} */
	void add(String issuer, String... servers) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("account", "add", Realm.ANNA, "--issuer", issuer, "--client-id", Realm.CLIENT));
		command.addAll(List.of(servers));
		product.run(command.toArray(String[]::new)).ok();
	}

	/** The account with servers that nobody asks. */
	void addWithoutMail(String issuer) throws IOException, InterruptedException {
		add(issuer, "--imap", "localhost:993", "--smtp", "localhost:465");
	}

	Product.Answer signIn(ScriptedBrowser person) throws IOException, InterruptedException {
		return signIn(person, url -> url);
	}

	/** @param meddling somebody between the product and the browser */
	Product.Answer signIn(ScriptedBrowser person, UnaryOperator<URI> meddling) throws IOException, InterruptedException {
		return inTheBrowser(person, meddling, "signin", Realm.ANNA, "--no-browser");
	}

	/** A command that has somebody sign in. */
	Product.Answer inTheBrowser(ScriptedBrowser person, UnaryOperator<URI> meddling, String... command) throws IOException, InterruptedException {
		return product.run((event, line) -> {
			if (event.equals("open-browser")) {
				lastPage = person.signIn(meddling.apply(URI.create(line.get("url").getAsString())));
			}
		}, command);
	}

	/** Where the browser of the last sign-in ended. */
	BrowserResult lastPage() {
		return lastPage;
	}

	/**
	 * Signs in with a code, which a person types on another device.
	 *
	 * @param first what happens before that
	 */
	Product.Answer signInByCode(ScriptedBrowser person, Runnable first) throws IOException, InterruptedException {
		return product.run((event, line) -> {
			if (event.equals("device-code")) {
				first.run();
				lastPage = person.signIn(URI.create(line.get("verification").getAsString() + "?user_code=" + line.get("userCode").getAsString()));
			}
		}, "signin", Realm.ANNA, "--device-code");
	}
}
