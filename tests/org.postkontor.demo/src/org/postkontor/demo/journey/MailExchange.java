package org.postkontor.demo.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The steps that send mails, receive them, and compare what arrived with what was frozen. */
final class MailExchange {
	private static final int ATTACHMENT = 5 * 1024 * 1024;
	private final Cli cli;
	private final DemoFile demo;
	private final Path folder;
	/** Digest of the frozen bytes by Message-ID. */
	private final Map<String, String> frozen = new LinkedHashMap<>();

	MailExchange(Cli cli, DemoFile demo, Path folder) {
		this.cli = cli;
		this.demo = demo;
		this.folder = folder;
	}

	String send() throws Exception {
		String anna = demo.oauthPerson().address();
		String bert = demo.passwordPerson().address();
		byte[] bytes = new byte[ATTACHMENT];
		new Random(1).nextBytes(bytes);
		Path attachment = Files.write(folder.resolve("akte.bin"), bytes);
		cli.json("send", "--from", anna, "--to", bert, "--subject", "Grüße aus dem Büro", "--text", "Zum ersten Mal aus Postkontor.");
		cli.json("send", "--from", bert, "--to", anna, "--subject", "Antwort", "--text", ".\n.. Punkte am Anfang einer Zeile\n");
		cli.json("send", "--from", anna, "--to", bert, "--subject", "E-Akte", "--text", "Anbei die Akte.", "--attach", attachment.toString());
		for (JsonElement entry : array("outbox", "list")) {
			String id = entry.getAsJsonObject().get("messageId").getAsString();
			frozen.put(id, FrozenMail.find(cli.home(), id).digest());
		}
		if (frozen.size() != 3) {
			throw new JourneyStopped("the outbox has " + frozen.size() + " mails, not 3");
		}
		return "3 mails frozen, one with " + ATTACHMENT / 1024 / 1024 + " MB";
	}

	String drain() throws Exception {
		JsonObject summary = JsonParser.parseString(cli.json("outbox", "drain")).getAsJsonObject();
		if (summary.get("sent").getAsInt() != 3) {
			throw new JourneyStopped("not all were sent: " + summary);
		}
		return "3 sent";
	}

	String receive() throws Exception {
		for (DemoFile.Person person : demo.travellers()) {
			cli.json("inbox", "sync", person.address());
		}
		int count = array("inbox", "list").size();
		if (count != 3) {
			throw new JourneyStopped("the inbox has " + count + " mails, not 3");
		}
		return count + " received";
	}

	String compare() throws Exception {
		for (JsonElement element : array("inbox", "list")) {
			JsonObject entry = element.getAsJsonObject();
			String messageId = entry.get("messageId").getAsString();
			String received = new FrozenMail(cli.bytes("inbox", "show", entry.get("id").getAsString(), "--raw")).digest();
			System.out.println("  " + received + "  " + entry.get("subject").getAsString());
			if (!received.equals(frozen.get(messageId))) {
				throw new JourneyStopped("the bytes differ: frozen " + frozen.get(messageId) + ", received " + received + ", " + entry);
			}
		}
		return "equal (SHA-256, without trace headers)";
	}

	String outboxIsEmpty() throws Exception {
		for (JsonElement entry : array("outbox", "list")) {
			// FILED: sent, and a copy is in the Sent folder.
			if (!Set.of("SENT", "FILED").contains(entry.getAsJsonObject().get("state").getAsString())) {
				throw new JourneyStopped("still in the outbox: " + entry);
			}
		}
		return "nothing left to send";
	}

	private JsonArray array(String... command) throws Exception {
		JsonElement result = JsonParser.parseString(cli.json(command));
		return result.isJsonArray() ? result.getAsJsonArray() : result.getAsJsonObject().entrySet().iterator().next().getValue().getAsJsonArray();
	}
}
