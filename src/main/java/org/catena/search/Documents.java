package org.catena.search;

import org.hibernate.Session;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.engine.backend.types.dsl.IndexFieldTypeFactory;
import org.hibernate.search.mapper.orm.HibernateOrmExtension;
import org.hibernate.search.mapper.pojo.bridge.RoutingBridge;
import org.hibernate.search.mapper.pojo.bridge.TypeBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.RoutingBindingContext;
import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.RoutingBinder;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.RoutingBridgeRouteContext;
import org.hibernate.search.mapper.pojo.bridge.runtime.TypeBridgeWriteContext;
import org.hibernate.search.mapper.pojo.route.DocumentRoutes;
import org.jspecify.annotations.Nullable;

/**
 * Makes the documents of one kind of entity, for those that readers are shown; the others
 * are not in the index.
 *
 * @param <E> the entity
 * @param <R> what a document is made of
 */
abstract class Documents<E, R> implements TypeBinder, RoutingBinder, TypeBridge<E>, RoutingBridge<E> {

	private final Class<E> entity;

	private final IndexedRows<R> rows;

	Documents(Class<E> entity, IndexedRows<R> rows) {
		this.entity = entity;
		this.rows = rows;
	}

	abstract long id(E entity);

	abstract void fields(IndexSchemaElement schema, IndexFieldTypeFactory types);

	abstract void write(DocumentElement document, R row);

	@Override
	public final void bind(TypeBindingContext context) {
		context.dependencies().useRootOnly();
		fields(context.indexSchemaElement(), context.typeFactory());
		context.bridge(this.entity, this);
	}

	@Override
	public final void bind(RoutingBindingContext context) {
		context.dependencies().useRootOnly();
		context.bridge(this.entity, this);
	}

	@Override
	public final void write(DocumentElement document, E entity, TypeBridgeWriteContext context) {
		R row = row(entity, context.extension(HibernateOrmExtension.get()).session());
		if (row != null) {
			write(document, row);
		}
	}

	@Override
	public final void route(DocumentRoutes routes, Object id, E entity, RoutingBridgeRouteContext context) {
		if (row(entity, context.extension(HibernateOrmExtension.get()).session()) != null) {
			routes.addRoute();
		}
		else {
			routes.notIndexed();
		}
	}

	@Override
	public final void previousRoutes(DocumentRoutes routes, Object id, E entity, RoutingBridgeRouteContext context) {
		routes.addRoute();
	}

	@Override
	public final void close() {
		// Nothing is held.
	}

	private @Nullable R row(E entity, Session session) {
		return this.rows.find(session, id(entity));
	}

	/** A field of values that are counted, one to a document. */
	static IndexFieldReference<String> value(IndexSchemaElement schema, IndexFieldTypeFactory types, String name) {
		return schema.field(name, types.asString().aggregable(Aggregable.YES)).toReference();
	}

	/** A field of values that are counted, any number to a document. */
	static IndexFieldReference<String> values(IndexSchemaElement schema, IndexFieldTypeFactory types, String name) {
		return schema.field(name, types.asString().aggregable(Aggregable.YES)).multiValued().toReference();
	}

	/** When it was changed last, for feeds. */
	static IndexFieldReference<java.time.Instant> changed(IndexSchemaElement schema, IndexFieldTypeFactory types) {
		return schema.field("changed", types.asInstant().sortable(Sortable.YES)).toReference();
	}

	static IndexFieldReference<java.time.LocalDate> day(IndexSchemaElement schema, IndexFieldTypeFactory types,
			String name) {
		return schema.field(name, types.asLocalDate().sortable(Sortable.YES)).toReference();
	}

}
