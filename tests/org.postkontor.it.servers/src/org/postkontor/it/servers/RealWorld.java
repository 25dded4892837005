package org.postkontor.it.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.postkontor.demo.DemoDirectory;
import org.postkontor.demo.DemoFiles;
import org.postkontor.testkit.Canary;
import org.postkontor.testkit.SecretLedger;
import org.postkontor.testkit.ServerIdentity;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.idp.IdentityProvider;
import org.postkontor.testkit.idp.IdpClient;
import org.postkontor.testkit.idp.IdpUser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * The demo world with real mail servers: the identity provider of the test kit, which they ask about tokens, {@link RealMail}, and a
 * directory of settings. Writes the same files as the demo world does. Runs from construction until {@link #close()}; also a program.
 */
public final class RealWorld implements AutoCloseable {
	/** The domain of everybody. */
	public static final String DOMAIN = "example.test";
	/** Signs in with a token. */
	public static final String ANNA = "anna.muster@" + DOMAIN;
	/** Has an app password. */
	public static final String BERT = "bert.beispiel@" + DOMAIN;
	private static final int USAGE = 2;
	private static final String SCOPES = "openid email offline_access mail";

	private final TestAuthority authority = TestAuthority.create();
	private final IdentityProvider provider;
	private final RealMail mail;
	private final DemoDirectory directory;
	private final Path folder;

	/**
	 * @param folder where the files go; made if absent
	 * @param users  more people with a line in the servers' list
	 */
	public RealWorld(Path folder, List<MailUser> users) throws IOException, InterruptedException {
		this.folder = folder;
		List<MailUser> all = new ArrayList<>(users);
		MailUser bert = new MailUser(BERT, "demo-bert", "");
		all.add(bert);
		all.forEach(user -> SecretLedger.note("app password", user.password()));
		String anna = "demo-anna";
		String secret = Canary.create("introspection").value().replaceAll("[^A-Za-z0-9]", "");
		provider = new IdentityProvider(authority);
		provider.add(IdpClient.confidential("mail-servers", secret)).add(new IdpUser(ANNA, anna, "real-anna", Map.of("name", "Anna Muster")));
		provider.pageNote("Demo: " + ANNA + " / " + anna);
		mail = RealMail.start(authority, new Introspection(provider.introspectionEndpoint(), "mail-servers", secret, "email", Optional.of("mail")), all);
		ServerIdentity identity = authority.server("localhost", "127.0.0.1");
		directory = new DemoDirectory(identity, DOMAIN, servers(), provider);
		DemoFiles files = new DemoFiles(folder);
		files.write(DemoFiles.CA, authority.caPem());
		files.write(DemoFiles.BRANDING, branding(SCOPES, SCOPES));
		files.write(DemoFiles.DEMO, demo(anna, bert));
	}

	private List<DemoDirectory.Server> servers() {
		MailPorts dovecot = mail.modern().ports();
		return List.of(new DemoDirectory.Server("imap", dovecot.imaps(), "SSL"), new DemoDirectory.Server("pop3", dovecot.pop3s(), "SSL"),
				new DemoDirectory.Server("smtp", mail.postfix().ports().implicit(), "SSL"));
	}

	/** What the product reads; with scopes of the caller's choice, for a file of its own. */
	public JsonObject branding(String scopesReceive, String scopesSend) {
		JsonObject client = new JsonObject();
		client.addProperty("issuer", provider.issuer());
		client.addProperty("clientId", IdpClient.DEMO.id());
		client.addProperty("scopesReceive", scopesReceive);
		client.addProperty("scopesSend", scopesSend);
		JsonArray clients = new JsonArray();
		clients.add(client);
		JsonArray addresses = new JsonArray();
		List.of(ANNA, BERT).forEach(addresses::add);
		JsonObject json = new JsonObject();
		json.addProperty("title", "Demo");
		json.add("addresses", addresses);
		json.addProperty("directoryUrl", directory.url());
		json.addProperty("trustedCa", DemoFiles.CA);
		json.add("clients", clients);
		return json;
	}

	private static JsonObject demo(String anna, MailUser bert) {
		JsonArray users = new JsonArray();
		users.add(person(ANNA, anna, "oauth"));
		users.add(person(BERT, bert.password(), "password"));
		JsonObject json = new JsonObject();
		json.add("users", users);
		return json;
	}

	private static JsonObject person(String address, String password, String signIn) {
		JsonObject json = new JsonObject();
		json.addProperty("address", address);
		json.addProperty("password", password);
		json.addProperty("signIn", signIn);
		return json;
	}

	/** Where the files are that the product and tests read. */
	public Path files() {
		return folder;
	}

	public IdentityProvider provider() {
		return provider;
	}

	public RealMail mail() {
		return mail;
	}

	@Override
	public void close() throws IOException {
		directory.close();
		mail.close();
		provider.close();
	}

	/** As the demo world's: prints READY, runs until standard input ends or the process is told to stop. */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		if (arguments.length != 2 || !"--dir".equals(arguments[0])) {
			System.err.println("usage: RealWorld --dir DIR");
			System.exit(USAGE);
		}
		Optional<String> obstacle = Requirements.obstacle();
		if (obstacle.isPresent()) {
			System.err.println("No real servers: " + obstacle.get());
			System.exit(1);
		}
		CountDownLatch stop = new CountDownLatch(1);
		RealWorld world = new RealWorld(Path.of(arguments[1]), List.of());
		Thread.ofVirtual().start(() -> awaitEndOfInput(stop));
		System.out.println("READY");
		stop.await();
		world.close();
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
