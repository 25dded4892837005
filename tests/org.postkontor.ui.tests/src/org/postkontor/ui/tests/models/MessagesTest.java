package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postkontor.app.internal.AppMessages;
import org.postkontor.ui.internal.account.AccountMessages;
import org.postkontor.ui.internal.check.CheckMessages;
import org.postkontor.ui.internal.compose.ComposeMessages;
import org.postkontor.ui.internal.health.HealthMessages;
import org.postkontor.ui.internal.consent.ConsentMessages;
import org.postkontor.ui.internal.guide.GuideMessages;
import org.postkontor.ui.internal.help.HelpMessages;
import org.postkontor.ui.internal.inbox.InboxMessages;
import org.postkontor.ui.internal.operation.OperationMessages;
import org.postkontor.ui.internal.outbox.OutboxMessages;
import org.postkontor.ui.internal.preferences.PreferenceMessages;
import org.postkontor.ui.internal.problem.ProblemMessages;
import org.postkontor.ui.internal.prompt.PromptMessages;
import org.postkontor.ui.internal.provider.ProviderMessages;
import org.postkontor.ui.internal.reminder.ReminderMessages;
import org.postkontor.ui.internal.schedule.ScheduleMessages;
import org.postkontor.ui.internal.signin.SignInMessages;
import org.postkontor.ui.internal.transmission.TransmissionMessages;
import org.postkontor.ui.internal.wizard.WizardMessages;

/** Both languages have every text. */
class MessagesTest {
	private static final List<Class<?>> TOPICS = List.of(AccountMessages.class, CheckMessages.class, ComposeMessages.class, ConsentMessages.class,
			GuideMessages.class, HealthMessages.class, HelpMessages.class, InboxMessages.class, OperationMessages.class, OutboxMessages.class, PreferenceMessages.class,
			ProblemMessages.class, PromptMessages.class, ProviderMessages.class, ReminderMessages.class, ScheduleMessages.class, SignInMessages.class,
			TransmissionMessages.class, WizardMessages.class, AppMessages.class);

	static List<Class<?>> topics() {
		return TOPICS;
	}

	@ParameterizedTest
	@MethodSource("topics")
	void hasATextForEveryFieldInBothLanguages(Class<?> topic) throws IOException {
		Set<String> fields = Arrays.stream(topic.getFields()).filter(f -> f.getType() == String.class).map(Field::getName).collect(Collectors.toSet());
		fields.removeIf(name -> name.equals("EMPTY"));
		assertEquals(fields, keys(topic, ""));
		assertEquals(fields, keys(topic, "_de"));
	}

	private static Set<String> keys(Class<?> topic, String language) throws IOException {
		String name = Character.toLowerCase(topic.getSimpleName().charAt(0)) + topic.getSimpleName().substring(1) + language + ".properties";
		Properties properties = new Properties();
		try (InputStream in = topic.getResourceAsStream(name)) {
			properties.load(in);
		}
		return properties.stringPropertyNames();
	}
}
