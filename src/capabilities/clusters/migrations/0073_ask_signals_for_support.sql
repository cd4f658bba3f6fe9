-- signals keeps the number itself, for good.
DROP TABLE cluster_support;
DELETE FROM job WHERE kind = 'clusters.keep_support';
