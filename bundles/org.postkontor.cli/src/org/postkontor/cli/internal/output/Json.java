package org.postkontor.cli.internal.output;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Builds JSON objects with fields in order; an empty optional becomes {@code null}, so that fields are always there. */
public final class Json {
	private final JsonObject object = new JsonObject();

	public Json text(String name, Object value) {
		object.addProperty(name, value.toString());
		return this;
	}

	public Json text(String name, Optional<?> value) {
		object.addProperty(name, value.map(Object::toString).orElse(null));
		return this;
	}

	public Json number(String name, long value) {
		object.addProperty(name, value);
		return this;
	}

	public Json flag(String name, boolean value) {
		object.addProperty(name, value);
		return this;
	}

	public Json add(String name, JsonElement value) {
		object.add(name, value);
		return this;
	}

	public Json add(String name, Optional<? extends JsonElement> value) {
		object.add(name, value.isPresent() ? value.get() : null);
		return this;
	}

	public JsonObject object() {
		return object;
	}

	/** An array with one element for each value. */
	public static <T> JsonArray array(Collection<T> values, Function<T, JsonElement> element) {
		JsonArray array = new JsonArray();
		values.forEach(v -> array.add(element.apply(v)));
		return array;
	}

	/** An array of texts. */
	public static JsonArray texts(Collection<?> values) {
		JsonArray array = new JsonArray();
		values.forEach(v -> array.add(v.toString()));
		return array;
	}

	/** An object of texts. */
	public static JsonObject texts(Map<String, String> values) {
		JsonObject object = new JsonObject();
		values.forEach(object::addProperty);
		return object;
	}
}
