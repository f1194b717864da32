package org.kolsuite.reporting.orders.model;

/** Which order: a number is unique within its shop. */
public record OrderKey(String shop, String orderNumber) {}
