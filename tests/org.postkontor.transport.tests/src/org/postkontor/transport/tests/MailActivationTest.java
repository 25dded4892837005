package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Properties;

import jakarta.activation.CommandInfo;
import jakarta.activation.CommandMap;
import jakarta.activation.DataContentHandler;
import jakarta.activation.MailcapCommandMap;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.eclipse.angus.mail.handlers.multipart_mixed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.transport.internal.MailActivation;

/**
 * The command map. Trap (platform 2.2): the library finds its handlers by the thread's context class loader, so that in OSGi
 * a multipart cannot be written; the default map is shared by the whole VM and must be given back.
 */
class MailActivationTest {
	private static final class Foreign extends CommandMap {
		@Override
		public CommandInfo[] getPreferredCommands(String mimeType) {
			return new CommandInfo[] { new CommandInfo("view", mimeType) };
		}

		@Override
		public CommandInfo[] getAllCommands(String mimeType) {
			return getPreferredCommands(mimeType);
		}

		@Override
		public CommandInfo getCommand(String mimeType, String name) {
			return new CommandInfo(name, mimeType);
		}

		@Override
		public DataContentHandler createDataContentHandler(String mimeType) {
			return "text/plain".equals(mimeType) ? null : new multipart_mixed();
		}
	}

	private ClassLoader loader;

	@BeforeEach
	void remember() {
		loader = Thread.currentThread().getContextClassLoader();
		CommandMap.setDefaultCommandMap(null);
	}

	@AfterEach
	void restore() {
		Thread.currentThread().setContextClassLoader(loader);
		CommandMap.setDefaultCommandMap(null);
	}

	private static void useLoader(String kind) {
		Thread.currentThread().setContextClassLoader("none".equals(kind) ? null : new ClassLoader(ClassLoader.getPlatformClassLoader()) {
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "foreign" })
	void aMultipartIsWrittenWhateverTheContextClassLoaderSees(String kind) throws Exception {
		MailActivation activation = new MailActivation();
		try {
			useLoader(kind);
			MimeBodyPart text = new MimeBodyPart();
			text.setText("hello");
			MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
			message.setContent(new MimeMultipart("alternative", text));
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			message.writeTo(out);
			assertTrue(out.toString().contains("hello"));
		} finally {
			activation.restore();
		}
	}

	@Test
	void foreignTypesAreLeftToTheMapThatWasThereBefore() {
		CommandMap.setDefaultCommandMap(new Foreign());
		MailActivation activation = new MailActivation();
		CommandMap ours = CommandMap.getDefaultCommandMap();
		assertInstanceOf(multipart_mixed.class, ours.createDataContentHandler("application/x-other"));
		assertEquals("print", ours.getCommand("application/x-other", "print").getCommandName());
		activation.restore();
	}

	@Test
	void theMapThatWasThereBeforeIsGivenBack() {
		Foreign before = new Foreign();
		CommandMap.setDefaultCommandMap(before);
		MailActivation activation = new MailActivation();
		assertNotSame(before, CommandMap.getDefaultCommandMap());
		activation.restore();
		assertSame(before, CommandMap.getDefaultCommandMap());
	}

	@Test
	void aMapForEachLoaderIsGivenBackWhereNobodyHadSetOne() {
		MailActivation activation = new MailActivation();
		activation.restore();
		CommandMap here = CommandMap.getDefaultCommandMap();
		useLoader("foreign");
		assertInstanceOf(MailcapCommandMap.class, here);
		assertNotSame(here, CommandMap.getDefaultCommandMap());
	}

	@Test
	void aMapThatSomebodyHasSetMeanwhileStays() {
		MailActivation activation = new MailActivation();
		Foreign later = new Foreign();
		CommandMap.setDefaultCommandMap(later);
		activation.restore();
		assertSame(later, CommandMap.getDefaultCommandMap());
	}
}
