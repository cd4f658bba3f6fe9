META
key;value
description;An invented street with ten voters
country;Netherlands
unit;Street
instance;example
num_projects;4
num_votes;10
budget;1000
vote_type;approval
rule;greedy
date_begin;2026
date_end;2026
currency;EUR
PROJECTS
project_id;cost;votes;name
speeltuin;540;6;Klimrek in de speeltuin
banken;300;5;Twee banken op het plein
bomen;360;4;Drie bomen
feest;90;3;Straatfeest
VOTES
voter_id;vote;age
1;speeltuin,banken;34
2;speeltuin,banken;36
3;speeltuin,banken;41
4;speeltuin,banken;29
5;speeltuin,banken;38
6;speeltuin,feest;16
7;bomen,feest;67
8;bomen,feest;71
9;bomen;80
10;bomen;58
