package org.postkontor.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.postkontor.testkit.SecretLedger;
import org.postkontor.testkit.ServerIdentity;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.idp.IdentityProvider;
import org.postkontor.testkit.idp.IdpClient;
import org.postkontor.testkit.idp.IdpUser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** The whole demo world, from construction until {@link #close()}; and the program that runs it. */
public final class DemoWorld implements AutoCloseable {

	private static final int USAGE = 2;

	private final TestAuthority authority = TestAuthority.create();
	private final IdentityProvider provider;
	private final DemoMail mail;
	private final DemoDirectory directory;
	private final DemoControl control;

	/** @param folder where the files go; made if absent */
	public DemoWorld(Path folder) throws IOException {
		ServerIdentity identity = authority.server("localhost", "127.0.0.1");
		provider = new IdentityProvider(authority);
		mail = new DemoMail(identity);
		directory = new DemoDirectory(identity, "demo.test", Stream.of("imap", "pop3", "smtp").map(type -> new DemoDirectory.Server(type, mail.port(type), "SSL")).toList(),
				provider);
		control = new DemoControl(mail, provider);
		StringBuilder note = new StringBuilder("Demo:");
		for (DemoUser user : DemoUser.ALL) {
			SecretLedger.note("password of the demo", user.password());
			mail.add(user, token -> provider.activeUser(token).filter(user.address()::equals).isPresent());
			if (user.oauth()) {
				provider.add(new IdpUser(user.address(), user.password(), "demo-" + user.address(),
						Map.of("name", user.name())));
				note.append(' ').append(user.address()).append(" / ").append(user.password()).append(';');
			}
		}
		provider.pageNote(note.substring(0, note.length() - 1));
		write(new DemoFiles(folder));
	}

	private void write(DemoFiles files) throws IOException {
		files.write(DemoFiles.CA, authority.caPem());
		files.write(DemoFiles.BRANDING, branding());
		files.write(DemoFiles.DEMO, demo());
	}

	private JsonObject branding() {
		JsonObject client = new JsonObject();
		client.addProperty("issuer", provider.issuer());
		client.addProperty("clientId", IdpClient.DEMO.id());
		client.addProperty("scopesReceive", "openid email offline_access mail.receive");
		client.addProperty("scopesSend", "openid email offline_access mail.send");
		JsonArray clients = new JsonArray();
		clients.add(client);
		JsonArray addresses = new JsonArray();
		DemoUser.OFFERED.forEach(user -> addresses.add(user.address()));
		JsonObject json = new JsonObject();
		json.addProperty("title", "Demo");
		json.add("addresses", addresses);
		json.addProperty("directoryUrl", directory.url());
		json.addProperty("trustedCa", DemoFiles.CA);
		json.add("clients", clients);
		return json;
	}

	private JsonObject demo() {
		JsonArray users = new JsonArray();
		for (DemoUser user : DemoUser.ALL) {
			JsonObject entry = new JsonObject();
			entry.addProperty("address", user.address());
			entry.addProperty("password", user.password());
			entry.addProperty("signIn", user.oauth() ? "oauth" : "password");
			users.add(entry);
		}
		JsonObject access = new JsonObject();
		access.addProperty("url", control.url());
		access.addProperty("token", control.token());
		JsonObject json = new JsonObject();
		json.add("users", users);
		json.addProperty("host", "localhost");
		json.addProperty("smtpPort", mail.port("smtp"));
		json.addProperty("imapPort", mail.port("imap"));
		json.addProperty("pop3Port", mail.port("pop3"));
		json.addProperty("directoryUrl", directory.url());
		json.addProperty("issuer", provider.issuer());
		json.addProperty("clientId", IdpClient.DEMO.id());
		json.addProperty("authorizationEndpoint", provider.authorizationEndpoint());
		json.add("control", access);
		return json;
	}

	@Override
	public void close() throws IOException {
		control.close();
		directory.close();
		mail.close();
		provider.close();
	}

	/** Runs until standard input ends or the process is told to stop; exit status 2 for a wrong option. */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		if (arguments.length != 2 || !"--dir".equals(arguments[0])) {
			System.err.println("usage: DemoWorld --dir DIR");
			System.exit(USAGE);
		}
		Logger.getLogger("").setLevel(Level.SEVERE);
		CountDownLatch stop = new CountDownLatch(1);
		DemoWorld world = new DemoWorld(Path.of(arguments[1]));
		Thread.ofVirtual().start(() -> awaitEndOfInput(stop));
		System.out.println("READY");
		stop.await();
		world.close();
		// GreenMail's threads may wait for their clients: nobody needs them any more.
		System.exit(0);
	}

	private static void awaitEndOfInput(CountDownLatch stop) {
		try {
			while (System.in.read() >= 0) {
				continue;
			}
		} catch (IOException e) {
			System.err.println("standard input failed, stopping: " + e.getMessage());
		} finally {
			stop.countDown();
		}
	}
}
