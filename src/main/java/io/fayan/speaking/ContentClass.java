package io.fayan.speaking;

/** What a text is about; routes it to the owners of that content, clause 3.1.e. */
public enum ContentClass {
    GENERAL,
    HIRING,
    TECHNICAL,
    PRODUCT_INFORMATION,
    COMMERCIAL_INFORMATION,
    MARKET_STRATEGY,
    FINANCIAL_FIGURES,
    CUSTOMER_REFERENCE,
    INCIDENT
}
