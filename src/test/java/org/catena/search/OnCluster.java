package org.catena.search;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.test.context.ContextConfiguration;

/**
 * A Spring test whose index is in {@link OpenSearch}. All of them share one cluster, and
 * so each gets names of its own there.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OpenSearchCondition.class)
@ContextConfiguration(initializers = OnClusterInitializer.class)
@interface OnCluster {

}
